using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>Every sentence of the pages on infrastructure, hubs, targets and money, in English and Chinese side by side.</summary>
public static class HubPageTexts
{
    public static readonly Bilingual Unknown = new("unknown", "未知");

    // Pillar 2.
    public static readonly Bilingual InfrastructureTitle = new("Infrastructure first", "基础设施先行");
    public static readonly Bilingual InfrastructureLead = new(
        "Storage that is entered at common points, with the lines that lead there, is a hub. Each tonne belongs to the hub in which it ends; pipes mix.", "在共同入口接入的封存场所及通往该处的管线构成一个枢纽。每吨CO₂归入其最终进入的枢纽；管道内CO₂相互混合。");
    public static readonly Bilingual Hubs = new("Hubs", "枢纽");
    public static readonly Bilingual HubsLead = new(
        "{0} hubs, {1} of them shared by {2} sites or more. A tariff recovers trunk lines, storage and state fees from every tonne alike; real $/t at the study's rate. Lines of one site are outside it.", "共 {0} 个枢纽，其中 {1} 个由 {2} 个及以上场址共用。收费对每吨一视同仁，回收干线、封存与州费；按研究折现率计的不变价美元/吨。单一场址的支线不计入。");
    public static readonly Bilingual HubPages = new("A page for each shared hub", "各共用枢纽页面");
    public static readonly Bilingual HubHead = new("Hub", "枢纽");
    public static readonly Bilingual SitesHead = new("Sites", "场址数");
    public static readonly Bilingual LastRateHead = new("Mt/y, last period", "末期（百万吨/年）");
    public static readonly Bilingual StoredHead = new("Mt in all", "累计（百万吨）");
    public static readonly Bilingual TrunkKmHead = new("Trunk km", "干线公里");
    public static readonly Bilingual TariffHead = new("Tariff", "收费");
    public static readonly Bilingual TrunkHead = new("Trunk", "干线");
    public static readonly Bilingual StorageHead = new("Storage", "封存");
    public static readonly Bilingual FeesHead = new("Fees", "州费");
    public static readonly Bilingual TenYears = new("The first ten years, in order", "头十年（按次序）");
    public static readonly Bilingual TenYearsLead = new(
        "By the day on which something of it must be begun: a permit applied for, or a plant's construction started. A day before the plan's first is what the plan takes as begun already. How long pipelines take to permit and lay is not known here.",
        "按最早须启动之日（申请许可或开工建设）排序。早于规划起点的日期表示方案视其已经启动。管道许可与敷设所需时间在此未知。");
    public static readonly Bilingual OrderHead = new("No.", "序");
    public static readonly Bilingual StageHead = new("Stage", "阶段");
    public static readonly Bilingual BeginHead = new("Begin by", "最迟启动");
    public static readonly Bilingual ServiceHead = new("In service", "投用");
    public static readonly Bilingual RateHead = new("Mt/y", "百万吨/年");
    public static readonly Bilingual ProjectsHead = new("Storage projects", "封存项目数");
    public static readonly Bilingual CapexHead = new("Capital, M$", "投资（百万美元）");
    public static readonly Bilingual Pilot = new("pilot", "试点");
    public static readonly Bilingual Pair = new("pair", "两场址");
    public static readonly Bilingual Cluster = new("cluster", "集群");
    public static readonly Bilingual Energy = new("Energy for capture", "捕集用能");
    public static readonly Bilingual EnergyLead = new("Electricity and heat of capture units and direct air capture; boosters of pipes are not counted. Where the dataset holds energy inside operation and maintenance it cannot be told, and those tonnes stand in the last column.", "捕集装置与直接空气捕集的用电与用热；不含管道增压。数据集中用能并入运维费用者无法分出，其吨位列于末列。");
    public static readonly Bilingual PeriodHead = new("Period", "时期");
    public static readonly Bilingual ElectricityHead = new("Electricity, TWh/y", "电（太瓦时/年）");
    public static readonly Bilingual HeatHead = new("Heat, PJ/y", "热（拍焦/年）");
    public static readonly Bilingual AllowedHead = new("Allowed", "上限");
    public static readonly Bilingual UncountedHead = new("Mt/y without a figure", "无数据（百万吨/年）");
    public static readonly Bilingual OfAirHead = new("Air capture", "空气捕集");

    // A hub.
    public static readonly Bilingual HubTitle = new("Hub {0}", "枢纽 {0}");
    public static readonly Bilingual HubLead = new(
        "{0} sites send a tenth of their CO₂ here or more. {1} are taken over the plan. Every tonne pays {2}; near and far pay alike.", "{0} 个场址将其十分之一以上的CO₂送到此处。规划期内共接收 {1}。每吨收费 {2}，远近同价。");
    public static readonly Bilingual TakenByPeriod = new("Taken and possible, {0}", "接收量与能力（{0}）");
    public static readonly Bilingual Taken = new("Taken", "接收");
    public static readonly Bilingual Possible = new("Injection capacity", "注入能力");
    public static readonly Bilingual TariffParts = new("What a tonne pays, $/t", "每吨收费构成（美元/吨）");
    public static readonly Bilingual OwnLines = new("Own lines, outside the tariff", "自有支线（不计入收费）");
    public static readonly Bilingual Sizes = new("Sizes by year", "逐期规模");
    public static readonly Bilingual InjectionUse = new("Injection used", "注入利用率");
    public static readonly Bilingual NewKmHead = new("New km", "新建公里");
    public static readonly Bilingual TrunkUse = new("Trunk used", "干线利用率");
    public static readonly Bilingual WidestHead = new("Widest, in", "最大口径（英寸）");
    public static readonly Bilingual Corridors = new("Corridors", "走廊");
    public static readonly Bilingual CorridorsLead = new("Runs of trunk line of which the hub pays half or more, from the far end always along the larger branch; {0} km or more.", "本枢纽承担一半以上费用的干线，自远端起始终沿较大支路计；仅列 {0} 公里及以上。");
    public static readonly Bilingual CorridorHead = new("From, to", "起讫");
    public static readonly Bilingual PeakHead = new("Largest flow, Mt/y", "最大流量（百万吨/年）");
    public static readonly Bilingual SinceHead = new("Since", "起始年");
    public static readonly Bilingual Permits = new("Storage, permits and lead times", "封存、许可与前置时间");
    public static readonly Bilingual PermitsLead = new(
        "Authority and months come from the register on the study's day, years of building from the dataset. State records on transport: {0}.", "审批机关与月数取自研究日期的登记册，建设年数取自数据集。州级运输记录：{0}。");
    public static readonly Bilingual NoRecord = new("none in the register", "登记册中没有");
    public static readonly Bilingual AuthorityHead = new("Permitted by", "审批机关");
    public static readonly Bilingual Epa = new("EPA", "美国环保署");
    public static readonly Bilingual State = new("the state", "州");
    public static readonly Bilingual MonthsHead = new("Months", "月数");
    public static readonly Bilingual BuildHead = new("Years of building", "建设年数");
    public static readonly Bilingual ReadyHead = new("Ready from", "可用起始年");
    public static readonly Bilingual ApplyHead = new("Apply by", "最迟申请");
    public static readonly Bilingual StateHead = new("State", "州");
    public static readonly Bilingual Late = new("If it comes late", "若推迟");
    public static readonly Bilingual LateLead = new("The study is solved again with its formations ready so much later by:", "设其地层推迟可用并重新求解：");
    public static readonly Bilingual Members = new("Members", "成员");
    public static readonly Bilingual SiteHead = new("Site", "场址");
    public static readonly Bilingual SectorHead = new("Sector", "行业");
    public static readonly Bilingual ShareHead = new("Share of its CO₂", "占其捕集量");
    public static readonly Bilingual HubMoney = new("Money", "资金");
    public static readonly Bilingual HubMoneyLead = new(
        "Members, lines and storage as one chain: worth {0} at the study's rate, {1} without credits; IRR {2}. A tonne captured costs {3}, stored {4}; the contract price is {5}.", "成员、管线与封存作为一个链条：按研究折现率净现值 {0}，无抵免时 {1}；内部收益率 {2}。每吨捕集 {3}，封存 {4}，合同价 {5}。");
    public static readonly Bilingual Finance = new("What the hub must charge by who lends, real $/t", "不同融资下枢纽须收费（不变价美元/吨）");
    public static readonly Bilingual StudyRate = new("study's rate, no debt", "研究折现率，无债务");
    public static readonly Bilingual PrivateDebt = new("private debt and equity", "私人债务与股本");
    public static readonly Bilingual PublicDebt = new("public loan on trunk lines", "干线公共贷款");
    public static readonly Bilingual Cash = new("Cash of the chain by year, M$", "链条逐年现金流（百万美元）");
    public static readonly Bilingual YearHead = new("Year", "年份");
    public static readonly Bilingual CapitalHead = new("Capital", "资本");
    public static readonly Bilingual OperationHead = new("Operation", "运行");
    public static readonly Bilingual ServiceCostHead = new("Lines and storage", "管线与封存");
    public static readonly Bilingual CreditHead = new("Credit", "抵免");
    public static readonly Bilingual IncomeHead = new("Price", "价格收入");
    public static readonly Bilingual DebtHead = new("Debt", "债务");
    public static readonly Bilingual EquityHead = new("Equity", "股本");
    public static readonly Bilingual NominalHead = new("Nominal for 1 real", "名义/不变价");

    // Targets.
    public static readonly Bilingual TargetsTitle = new("Targets", "目标");
    public static readonly Bilingual TargetsLead = new(
        "The plan against the base year of the dataset{0}, and against the goals of 2035 and 2050. What the study does not give is unknown, and so is what follows from it.", "将方案与数据集基准年{0}及 2035、2050 年目标对照。研究未给出的即为未知，由其推出的亦为未知。");
    public static readonly Bilingual BaseYearIs = new(" ({0})", "（{0} 年）");
    public static readonly Bilingual GoalHead = new("Goal", "目标");
    public static readonly Bilingual InLawHead = new("In law on {0}", "{0} 是否为法定");
    public static readonly Bilingual Yes = new("yes", "是");
    public static readonly Bilingual YesOverlay = new("assumed by overlay {0}", "由情景 {0} 假设");
    public static readonly Bilingual No = new("no: {0}", "否：{0}");
    public static readonly Bilingual PowerGoal = new("Power free of carbon by {0}", "{0} 年电力无碳");
    public static readonly Bilingual EconomyGoal = new("Economy net zero by {0}", "{0} 年全经济净零");
    public static readonly Bilingual GoalsTitle = new("The goals and the law", "目标与法律");
    public static readonly Bilingual PowerTitle = new("Power: what becomes of {0} Mt of the base year by {1}", "电力：基准年 {0} 百万吨至 {1} 年的去向");
    public static readonly Bilingual Captured = new("captured by the plan", "方案捕集");
    public static readonly Bilingual Retired = new("closed by assumption", "假设退役");
    public static readonly Bilingual Remaining = new("remaining", "剩余");
    public static readonly Bilingual WedgeTitle = new("Fossil CO₂ of the sites in the base year, and what the plan does to it, Mt/y", "基准年各场址化石CO₂及方案的影响（百万吨/年）");
    public static readonly Bilingual WedgeLead = new("Base-year emissions are held still where nothing is known. Biogenic CO₂ and CO₂ from the air hang below zero. Energy that capture itself needs is not added.", "未知之处基准年排放保持不变。生物质与空气来源的CO₂画在零线以下。捕集自身用能的排放未计入。");
    public static readonly Bilingual CapturedPower = new("captured at power plants", "电厂捕集");
    public static readonly Bilingual CapturedIndustry = new("captured elsewhere", "其他点源捕集");
    public static readonly Bilingual Biogenic = new("biogenic, removed", "生物质（移除）");
    public static readonly Bilingual Air = new("from the air, removed", "空气（移除）");
    public static readonly Bilingual EconomyTitle = new("The economy, Mt/y", "全经济（百万吨/年）");
    public static readonly Bilingual EconomyRow = new("emitted without capture", "无捕集时排放");
    public static readonly Bilingual PointRow = new("captured at stacks", "点源捕集");
    public static readonly Bilingual RemovalRow = new("biogenic and from the air", "生物质与空气");
    public static readonly Bilingual LandRow = new("taken up by land", "土地吸收");
    public static readonly Bilingual NetRow = new("net: the gap to zero", "净排放（距零差距）");
    public static readonly Bilingual SectorsTitle = new("The base by sector", "基准年分行业");
    public static readonly Bilingual FossilHead = new("Fossil, Mt", "化石（百万吨）");
    public static readonly Bilingual BiogenicHead = new("Biogenic, Mt", "生物质（百万吨）");
    public static readonly Bilingual SourcesTitle = new("Where the study's own figures come from", "研究自有数据的来源");
    public static readonly Bilingual FigureHead = new("Figure", "数据");
    public static readonly Bilingual SourceHead = new("Source", "来源");
    public static readonly Bilingual ConfidenceHead = new("Confidence", "置信度");
    public static readonly Bilingual NoSources = new("none is given", "未给出");

    // Money.
    public static readonly Bilingual MoneyTitle = new("Money", "资金");
    public static readonly Bilingual MoneyLead = new(
        "Each capture unit with its way to storage as a business that pays the hub's tariff. Real {0} dollars; discounted at {1} a year to {2}; inflation {3} turns real into nominal.", "每套捕集装置及其至封存的通道作为一个业务，按枢纽收费付款。{0} 年不变价美元；按每年 {1} 折现至 {2}；以 {3} 通胀换算名义值。");
    public static readonly Bilingual FinanceIs = new(
        "Finance as the study gives it ({0}, confidence {1}): {2} of capital borrowed at {3} nominal for {4} years, equity asks {5} real.", "研究给出的融资条件（{0}，置信度 {1}）：资本的 {2} 以名义 {3} 借款 {4} 年，股本要求实际回报 {5}。");
    public static readonly Bilingual NoFinance = new("The study gives no finance: figures of debt and equity are unknown.", "研究未给出融资条件：债务与股本数据未知。");
    public static readonly Bilingual ProjectsTitle = new("Projects", "项目");
    public static readonly Bilingual ProjectsLead = new("The {0} that are worth most of {1}; `pillars --json` has them all. A negative contract price is what the owner could pay. No IRR stands where payments change sign more than once, as they do when a unit runs on after its credit.", "共 {1} 个项目，此处列净现值最高的 {0} 个；全部见 `pillars --json`。合同价为负表示业主可支付的金额。抵免期满后继续运行会使现金流多次变号，此时无内部收益率。");
    public static readonly Bilingual NpvHead = new("Worth, M$", "净现值（百万美元）");
    public static readonly Bilingual WithoutHead = new("Without credit", "无抵免");
    public static readonly Bilingual IrrHead = new("IRR, real", "内部收益率（实际）");
    public static readonly Bilingual CaptureHead = new("Capture, $/t", "捕集（美元/吨）");
    public static readonly Bilingual StoredCostHead = new("Stored, $/t", "封存（美元/吨）");
    public static readonly Bilingual AvoidedHead = new("Avoided, $/t", "避免（美元/吨）");
    public static readonly Bilingual ContractHead = new("Contract, $/t", "合同价（美元/吨）");
    public static readonly Bilingual EquityIrrHead = new("Equity IRR", "股本收益率");
    public static readonly Bilingual HubsMoney = new("Hubs", "枢纽");
    public static readonly Bilingual PrivateHead = new("Private", "私人融资");
    public static readonly Bilingual PublicHead = new("Public loan", "公共贷款");
    public static readonly Bilingual LoanHead = new("About the loan", "贷款说明");
    public static readonly Bilingual LoanTerms = new("Up to {0} of {1} for {2} years", "最多 {1} 的 {0}，{2} 年");
    public static readonly Bilingual LoanHeld = new("; the programme’s last event: {0} on {1}", "；该项目最近事件：{1} {0}");
}
