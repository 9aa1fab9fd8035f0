/**
 * What the server says in English only: circumstances of a question, why a unit earns no credit, what is wrong with an input. These sentences are made from few patterns; each is said in Chinese
 * here. A sentence without a pattern stays as it is and is marked as English.
 */
type Pattern = [RegExp, (...parts: string[]) => string];

const dims: Record<string, string> = { source: '来源', fate: '去向', labour: '劳工要求', state: '州', class: '类别', authority: '主管机关', place: '地点', kind: '种类', sector: '行业', equipment: '设备', province: '省' };
const values: Record<string, string> = {
  point: '固定源', dac: '空气捕集', saline: '专用封存', eor: '驱油', full: '满足', base: '不满足', power: '电厂', other: '其他', abroad: '境外', 'united-states': '美国境内', utilisation: '利用', 'small-utilisation': '小型利用', epa: '环保署', 'US EPA': '美国环保署', stored: '封存', used: '利用',
};

const circumstances: Pattern[] = [
  [/^in service (\S+)$/, (day) => `投运于 ${day}`],
  [/^construction begun (\S+)$/, (day) => `开工于 ${day}`],
  [/^year (\d+)$/, (year) => `${year} 年`],
  [/^(source|fate|labour|state|class|authority|place|kind) (.+)$/, (name, value) => `${dims[name]} ${values[value] ?? value}`],
];

const thing = (name: string): string => name.replace(/^item (\d+) of (.*)$/, (_, i: string, of: string) => `${thing(of)} 的第 ${Number(i) + 1} 项`).replace(/^The study$/, '研究');

const quoted = (list: string): string => list.replace(/'([^']+)'/g, '“$1”').replaceAll(', ', '、');

/** What the gates of the register find. */
const findings: Pattern[] = [
  [/^rests on (.+), and no kept text stands behind it\.$/, (claims) => `依据 ${quoted(claims)}，但未留存任何原文。`],
  [/^rests on nothing\.$/, () => '没有任何依据。'],
  [/^no kept text stands behind it\.$/, () => '未留存任何原文。'],
  [/^no review of this content by a named person other than the author, signed with a trusted key\.$/, () => '没有作者以外的具名人员以受信密钥签署的审阅。'],
  [/^nothing rests on claim '(.+)'\.$/, (claim) => `没有内容依据主张“${claim}”。`],
  [/^gives no address\.$/, () => '未给出网址。'],
  [/^'(.+)' is a home page\.$/, (address) => `“${address}”只是网站首页。`],
  [/^has no entry for (.+)\.$/, (what) => `缺少条目：${what}。`],
  [/^Keep an extract of the source under (.+) and quote the words that say so\.$/, (place) => `请将来源摘录存于 ${place}，并引用相应原文。`],
  [/^Let such a person hold each claim against its source and sign; (\S+) says how\. A review typed in by hand proves nothing\.$/, (page) => `请由这样的人员逐条对照来源并签署，做法见 ${page}；手工填写的审阅不算数。`],
  [/^Cite it where it belongs, or drop it\.$/, () => '请在相应处引用，或删去。'],
  [/^Name a claim\.$/, () => '请指明一条主张。'],
  [/^Give the address of the page or file itself\.$/, () => '请给出具体网页或文件的网址。'],
  [/^Add the entry, or declare the gap in '(.+)' and say why there is no value\.$/, (field) => `请补充条目，或在“${field}”中声明缺口并说明为何没有数值。`],
];

/** What is doubtful in the public data, and what was made of it. */
const doubts: Pattern[] = [
  [/^Process columns add up to (\d+) t CO2e, the total is (\d+)\.$/, (sum, total) => `各工艺分项合计 ${sum} 吨 CO₂e，总量为 ${total} 吨。`],
  [/^Streams are scaled to the facility's CO2\.$/, () => '各排放流按设施总量折算。'],
  [/^No county is given\.$/, () => '未给出县名。'],
  [/^'(.+)' is not a county of (\S+) in the (\d+) table\.$/, (county, state, year) => `${year} 年县表中，${state} 州没有“${county}”。`],
  [/^Given to (.+), the nearest centroid of the state\.$/, (county) => `归入本州质心最近的 ${county}。`],
  [/^(.+) is an offshore platform, (\S+) km from (\S+)\.$/, (name, km, state) => `${name} 是海上平台，距 ${state} 州 ${km} 公里。`],
  [/^(.+) is in (\S+), (\d+) t\/y\.$/, (name, place, tonnes) => `${name} 位于 ${place}，${tonnes} 吨/年。`],
  [/^(.+) at (\S+ \S+) lies (\S+) km outside (\S+)\.$/, (name, at, km, state) => `${name}（${at}）位于 ${state} 州界外 ${km} 公里。`],
  [/^(\d+) facilities give one point: (.+)\.$/, (n, names) => `${n} 座设施坐标相同：${names.replaceAll('; ', '；')}。`],
  [/^(.+) uses part of its (\d+) t\/y of process CO2 on site; how much is not published\.$/, (name, tonnes) => `${name} 的 ${tonnes} 吨/年工艺 CO₂ 部分就地使用，用量未公布。`],
  [/^Stream limited to (\d+) t\/y, EIA's volume\.$/, (tonnes) => `排放流限于能源信息署的 ${tonnes} 吨/年。`],
  [/^Kept whole: EIA has no volume for it\.$/, () => '全部保留：能源信息署没有其数量。'],
  [/^(.+) \((eia-\d+)\) has the same town and company but EIA's point lies (\d+) km away\.$/, (name, id, km) => `${name}（${id}）城镇与公司相同，但能源信息署的坐标相距 ${km} 公里。`],
  [/^Taken as this facility; EPA's point is used\.$/, () => '视为同一设施，采用环保署的坐标。'],
  [/^(.+) reports boilers but no plant of (\S+) lies near\.$/, (name, form) => `${name} 报告了锅炉，但附近没有 ${form} 所列的厂。`],
  [/^Boilers kept, no fermentation stream\.$/, () => '保留锅炉，没有发酵排放流。'],
  [/^(.+): no GHGRP ethanol facility lies near\.$/, (name) => `${name}：附近没有温室气体报告计划中的乙醇设施。`],
  [/^A site of its own without boilers; county by nearest centroid, (.+)\.$/, (county) => `单列为场址，不含锅炉；县按最近质心归入 ${county}。`],
  [/^(.+): (\d+) t\/y\.$/, (name, tonnes) => `${name}：${tonnes} 吨/年。`],
  [/^Below (\d+) kt\/y, not a site\.$/, (kt) => `低于 ${kt} 千吨/年，不作场址。`],
  [/^Left out\.$/, () => '未采用。'],
  [/^Left out: the dataset is the contiguous states\.$/, () => '未采用：数据集只含本土48州。'],
  [/^Left out: the point cannot be the plant\.$/, () => '未采用：该坐标不可能是此厂。'],
  [/^Kept where it is: within (\S+) km of the state's generalised border\.$/, (km) => `保留原位：距简化州界不超过 ${km} 公里。`],
  [/^All kept: different ids, not a double count of CO2\.$/, () => '全部保留：编号不同，CO₂ 并未重复计算。'],
  [/^EIA plans with (\d+) t\/y, the stream has (\d+)\.$/, (eia, stream) => `能源信息署按 ${eia} 吨/年计，排放流为 ${stream} 吨/年。`],
  [/^EIA's cost is scaled to the stream's own tonnes\.$/, () => '能源信息署的成本按排放流自身吨数折算。'],
  [/^EIA plans with (\d+) t\/y there, EPA's (\d+) table gives no such stream\.$/, (eia, year) => `能源信息署在此计 ${eia} 吨/年，环保署 ${year} 年的表中没有这一排放流。`],
  [/^EIA's row is not used\.$/, () => '未采用能源信息署的这一行。'],
  [/^(\S+): an aggregate of small plants, not one facility$/, (process) => `${process}：多座小厂的合计，并非一座设施`],
  [/^(\S+): CO2 of one unit is about three times what its megawatts can emit; not used, power cost is built from NREL figures$/, (process) => `${process}：单台机组的 CO₂ 约为其容量可能排放的三倍；不予采用，发电成本改按 NREL 数据计算`],
  [/^(\S+): investment is zero or blank, filled by other parts of EIA's model; unknown, not free$/, (process) => `${process}：投资为零或空白，由能源信息署模型的其他部分补足；是未知，而非免费`],
];

const sentences: Pattern[] = [
  ...findings,
  ...doubts,
  [/^construction begins on (\S+), which is not before (\S+) \((.+)\)$/, (day, deadline, rule) => `开工日 ${day} 不早于期限 ${deadline}（${rule}）`],
  [/^captures at most (.+), below the credit's threshold of (.+)$/, (most, least) => `最多捕集 ${most}，低于抵免门槛 ${least}`],
  [/^is designed for (.+) of its CO2, below the credit's (.+)$/, (share, least) => `设计捕集率 ${share}，低于抵免要求的 ${least}`],
  [/^(\S+) has no value in force as of (\S+?)(?: for (.+))?: (.+)\.$/, (id, day, asked, why) => `${id} 于 ${day} 没有有效数值${asked ? `（${circumstancesIn(asked)}）` : ''}：${why}。`],
  [/^(\S+) has no value for year (\d+); years (\d+) to (\d+) can be asked\.$/, (id, year, from, to) => `${id} 没有 ${year} 年的数值；可查询 ${from} 至 ${to} 年。`],
  [/^(\S+) has no value for year (\d+): the asset enters service only on (\S+)\.$/, (id, year, day) => `${id} 没有 ${year} 年的数值：资产于 ${day} 才投运。`],
  [/^(\S+): vintage required; give the day the asset enters service\.$/, (id) => `${id}：请给出资产的投运日。`],
  [/^(\S+): vintage required; give the day construction begins\.$/, (id) => `${id}：请给出开工日。`],
  [/^(\S+): benefit year required; give the tax year\.$/, (id) => `${id}：请给出纳税年度。`],
  [/^(\S+): the factor for (\d+) is not published as of (\S+); give a projected inflation to use one that is flagged\.$/, (id, year, day) => `${id}：${year} 年的系数在 ${day} 尚未公布；请给出预测通胀率，结果会加注。`],
  [/^The register has no parameter '(.+)'\.$/, (id) => `登记册中没有参数“${id}”。`],
  [/^(.+) is not between (.+) and (.+)\.$/, (value, least, most) => `${value} 不在 ${least} 与 ${most} 之间。`],
  [/^The unit is (.+)\.$/, (unit) => `单位：${unit}。`],
  [/^'(.*)' is not known\.$/, (value) => `不认识“${value}”。`],
  [/^'(.*)' is not known here\.$/, (value) => `此处没有“${value}”这一项。`],
  [/^Give one of: (.+)\.$/, (list) => `可选：${list}。`],
  [/^Known are: (.+?)\.(?: Was '(.+)' meant\?)?$/, (list, near) => `可用：${list}。${near ? `是否指“${near}”？` : ''}`],
  [/^There are (\d+) numbers for (\d+) periods\.$/, (n, periods) => `共 ${periods} 个时期，却有 ${n} 个数。`],
  [/^Give one number a period\.$/, () => '每个时期一个数。'],
  [/^'(.+)' is missing\.$/, (name) => `缺少“${name}”。`],
  [/^'id' is (?:missing|'(.*)')\.$/, (id) => (id ? `标识“${id}”不合要求。` : '缺少标识。')],
  [/^Add it to (.+)\.$/, (name) => `请补入${thing(name)}。`],
  [/^'(.+)' is given twice\.$/, (name) => `“${name}”出现两次。`],
  [/^Keep one of the two\.$/, () => '只保留一个。'],
  [/^Give one of the two\.$/, () => '二者择一。'],
  [/^(.+) is (.+), not a whole number\.$/, (name, value) => `${thing(name)} 为 ${value}，不是整数。`],
  [/^(.+) is '(.*)', not a date\.$/, (name, value) => `${thing(name)} 为“${value}”，不是日期。`],
  [/^Write year, month and day: (.+)\.$/, (like) => `请写年月日：${like}。`],
  [/^This is not JSON\.$/, () => '这不是 JSON。'],
  [/^There is neither 'target' nor 'price'\.$/, () => '既没有目标，也没有碳价。'],
  [/^There are both 'target' and 'price'\.$/, () => '目标与碳价同时给出。'],
  [/^'(.+)' stands beside '(.+)'\.$/, (one, other) => `“${one}”与“${other}”不能并用。`],
  [/^Say whose law is assumed: (.+)\.$/, (like) => `请说明所依法律：${like}。`],
  [/^Give the day whose law is assumed, or a 'mode'\.$/, () => '请给出法律所属日期，或一个情形。'],
  [/^Give a short name of lower-case letters, digits and hyphens, for example (.+)\.$/, (like) => `请用小写字母、数字和连字符的短名称，例如 ${like}。`],
  [/^Give the dataset's dollar year, for example (\d+)\.$/, (year) => `请给出数据集的美元年份，例如 ${year}。`],
  [/^(\d+) is not the dataset's dollar year (\d+)\.$/, (year, right) => `${year} 不是数据集的美元年份 ${right}。`],
  [/^Give (\d+)\.$/, (value) => `请填 ${value}。`],
  [/^'(.+)' has no site and no storage in the dataset\.$/, (state) => `数据集中“${state}”既无设施也无封存地。`],
  [/^'(.+)' is no site, DAC site, storage, use or corridor\.$/, (id) => `“${id}”不是设施、空气捕集地、封存地、用途或走廊。`],
  [/^'(.+)' is a corridor, and corridors cannot be forced\.$/, (id) => `“${id}”是走廊，走廊不能强制纳入。`],
  [/^'(.+)' is storage, and storage cannot be forced\.$/, (id) => `“${id}”是封存地，封存地不能强制纳入。`],
  [/^'(.+)' is forced and closed\.$/, (id) => `“${id}”既被强制又被关闭。`],
  [/^'(.+)' cannot be forced: no capture cost is cited for it, and unknown is not free\.$/, (id) => `“${id}”不能强制纳入：没有可引用的捕集成本，未知不等于免费。`],
  [/^'(.+)' cannot be forced: the study does not allow its track\.$/, (id) => `“${id}”不能强制纳入：研究不允许其路径。`],
  [/^'(.+)' takes no part in this study\.$/, (id) => `“${id}”不在本研究范围内。`],
  [/^Force the site at its end: the pipes that it needs are built with it\.$/, () => '请强制其端点的设施，所需管道会随之建设。'],
  [/^Force a site whose capture cost is known and whose track is allowed\.$/, () => '请选择成本已知且路径允许的设施。'],
  [/^The dataset has no counties\.$/, () => '数据集没有县级数据。'],
  [/^Give (\S+\.csv)\.$/, (file) => `请提供 ${file}。`],
  [/^'(.*)' is not a number\.$/, (value) => `“${value}”不是数字。`],
  [/^the cell is empty\.$/i, () => '单元格为空。'],
  [/^Write a value\.$/, () => '请填写。'],
  [/^Write a number\.$/, () => '请填数字。'],
  [/^Write a whole number\.$/, () => '请填整数。'],
  [/^Write a number with a point for decimals and no thousands separator\.$/, () => '请用小数点，不要千位分隔符。'],
  [/^Write one of (.+)\.$/, (list) => `可填：${list}。`],
  [/^(\S+) is outside what is possible\.$/, (value) => `${value} 超出可能的范围。`],
  [/^(\S+) is not a whole number\.$/, (value) => `${value} 不是整数。`],
  [/^'(.+)' stands twice\.$/, (id) => `“${id}”出现两次。`],
  [/^'(.+)' stands (\d+) times\.$/, (id, n) => `“${id}”出现 ${n} 次。`],
  [/^'(.+)' is not in (.+)\.$/, (id, file) => `“${id}”不在 ${file} 中。`],
  [/^the column is missing\.$/i, () => '缺少该列。'],
  [/^this column is not known\.$/i, () => '不认识该列。'],
  [/^the column stands twice\.$/i, () => '该列出现两次。'],
  [/^Keep one\.$/, () => '只保留一个。'],
  [/^The plan is not open\.$/, () => '方案尚未就绪。'],
];

const said = (text: string, patterns: Pattern[]): string | null => {
  for (const [pattern, says] of patterns) {
    const found = pattern.exec(text);
    if (found) return says(...found.slice(1));
  }
  return null;
};

/** Circumstances in Chinese; a part without a pattern stays as it is. */
export const circumstancesIn = (text: string): string => text.split(', ').map((part) => said(part, circumstances) ?? part).join('，');

/** What a dimension of a parameter is called in Chinese. */
export const dimensionIn = (name: string): string => dims[name] ?? name;

/** A word of a dimension in Chinese. */
export const valueIn = (value: string): string => values[value] ?? value;

/** A sentence in Chinese; null where there is no pattern for it. */
export const chineseOf = (text: string): string | null => said(text, sentences);
