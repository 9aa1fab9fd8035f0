import { onward } from '../address/address';
import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import { usePlan } from '../api/plans';
import type { Charts, PlanFull } from '../api/shapes';
import { Counties, Diameters, Fill, Sankey, SupplyCurve, Waterfall, Wedges } from '../charts/PlanCharts';
import { PlanChoice } from '../plan/PlanChoice';
import { usePlanChoice } from '../plan/usePlanChoice';
import { useQueryKey } from '../address/address';
import { Read } from '../shell/Waiting';
import { useWords, type Bilingual } from '../words/words';
import { Figures } from './Figures';

// Which members of the server's answer belong to a page.
const members: Record<string, string[]> = { funding: ['funding', 'money'], infrastructure: ['infrastructure'], policy: ['policy', 'impact'], communities: ['communities'], standards: ['standards'], pathway: ['targets'] };

export const pillarNames = ['funding', 'infrastructure', 'policy', 'communities', 'standards', 'pathway'] as const;

/** What a plan means for the strategy, a page for each pillar. */
export default function PillarsPage({ parts }: { parts: Record<string, string> }) {
  const { t, code } = useWords();
  const choice = usePlanChoice();
  const pillar = pillarNames.find((name) => name === parts.pillar) ?? 'funding';
  const plan = usePlan(choice.id, { keep: true });
  return (
    <div className="page">
      <nav className="tabs" aria-label={t('pillars.places')}>{pillarNames.map((name) => <Link key={name} href={onward(`/pillars/${name}`)} aria-current={name === pillar ? 'page' : undefined}>{code('pillar', name)}</Link>)}</nav>
      <div className="page-head"><h1>{code('pillar', pillar)}</h1><p className="dim">{t(`pillars.says.${pillar}`)}</p></div>
      <PlanChoice choice={choice} />
      {choice.id ? <Read query={plan}>{(value) => <Pillar plan={value} name={pillar} />}</Read> : null}
    </div>
  );
}

function Pillar({ plan, name }: { plan: PlanFull; name: string }) {
  const charts = useRead<Charts>(name === 'standards' || name === 'communities' ? null : `plans/${encodeURIComponent(plan.id)}/charts`, { still: true });
  return (
    <div className="stack">
      {name === 'communities' ? <CountyChart plan={plan} /> : name === 'standards' ? null : <Read query={charts}>{(value) => <PillarCharts plan={plan} charts={value} name={name} />}</Read>}
      {(members[name] ?? []).map((member) => <Member key={member} plan={plan} member={member} />)}
    </div>
  );
}

/** One member of what the server says of a plan; each is read by itself, for some are large. */
function Member({ plan, member }: { plan: PlanFull; member: string }) {
  const { t, code } = useWords();
  const figures = useRead<Record<string, unknown>>(`plans/${encodeURIComponent(plan.id)}/pillars/${member}`, { still: true });
  return (
    <section className="card stack">
      <h2>{code('field', member)}</h2>
      <Read query={figures} missing={<p className="note">{t('pillars.notAsked')}</p>}>{(value) => (member === 'impact' ? <Impact value={value as unknown as Statement} /> : <Figures value={value} plan={plan} level={3} />)}</Read>
    </section>
  );
}

interface Statement { texts: { kind: string; sentences: { text: Bilingual }[] }[] }

/** The three texts of a policy record, as prose. */
function Impact({ value }: { value: Statement }) {
  const { code, say } = useWords();
  return <>{value.texts.map((text) => <section key={text.kind} className="stack tight"><h3>{code('figure', text.kind)}</h3><p className="prose">{text.sentences.map((sentence) => say(sentence.text)).join(' ')}</p></section>)}</>;
}

function PillarCharts({ plan, charts, name }: { plan: PlanFull; charts: Charts; name: string }) {
  const { t } = useWords();
  const [asked, setPeriod] = useQueryKey('period');
  const period = Math.min(plan.periods.length - 1, Math.max(0, asked === null ? plan.periods.length - 1 : Number(asked)));
  if (name === 'funding') return <Waterfall plan={plan} />;
  if (name === 'policy') return <SupplyCurve plan={plan} charts={charts} />;
  if (name === 'pathway') return <Wedges plan={plan} charts={charts} />;
  return (
    <>
      <label className="row">{t('chart.period')} <select value={period} onChange={(event) => setPeriod(event.target.value)}>{plan.periods.map((p, i) => <option key={p.from} value={i}>{p.from}–{p.to}</option>)}</select></label>
      <Sankey plan={plan} charts={charts} period={period} />
      <div className="grid"><Diameters plan={plan} charts={charts} /><Fill plan={plan} charts={charts} /></div>
    </>
  );
}

function CountyChart({ plan }: { plan: PlanFull }) {
  const counties = useRead<{ features: { properties: Record<string, string | number | null> }[] }>(`plans/${encodeURIComponent(plan.id)}/layers/counties`, { still: true });
  return <Read query={counties}>{(value) => <Counties plan={plan} counties={value.features} />}</Read>;
}
