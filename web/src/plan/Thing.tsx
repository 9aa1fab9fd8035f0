import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import type { CountyPage, Evidence as Evident, ExistingPage, Law, Neighbours, PipePage, PlanFull, Ref, SitePage, StoragePage, Stream } from '../api/shapes';
import { Read } from '../shell/Waiting';
import { DataTable, type Column } from '../tables/DataTable';
import { OneThing } from '../whatif/OneThing';
import { useWords } from '../words/words';

interface Shape { plan: PlanFull; kind: string; id: string; period: number; level: 'h1' | 'h2'; wide?: boolean }

/** A site, pipeline, storage, county or existing line: its numbers, why it is in or out, its credits, evidence and neighbours. */
export function ThingOf(props: Shape) {
  const { t } = useWords();
  const address = `plans/${encodeURIComponent(props.plan.id)}/${props.kind}/${encodeURIComponent(props.id)}`;
  const known = ['sites', 'pipes', 'storage', 'counties', 'existing'].includes(props.kind);
  const thing = useRead<unknown>(known ? address : null, { still: true });
  if (!known) {
    const Title = props.level;
    return <div className="stack"><Title>{t('thing.candidate')} <span className="mono">{props.id}</span></Title><p>{t('thing.candidateSays')}</p><OneThing plan={props.plan} kind={props.kind} id={props.id} /></div>;
  }
  return (
    <Read query={thing} missing={<p className="note">{t('thing.unknown')}</p>}>
      {(value) => {
        switch (props.kind) {
          case 'sites': return <Site {...props} site={value as SitePage} />;
          case 'pipes': return <Pipe {...props} pipe={value as PipePage} />;
          case 'storage': return <Storage {...props} storage={value as StoragePage} />;
          case 'counties': return <County {...props} county={value as CountyPage} />;
          default: return <Existing {...props} line={value as ExistingPage} />;
        }
      }}
    </Read>
  );
}

/** Figures by period as a small table, the chosen period marked. */
function ByPeriod({ plan, period, lines, name }: { plan: PlanFull; period: number; name: string; lines: { name: string; values: (number | null)[]; show: (value: number | null) => string }[] }) {
  const { t } = useWords();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={name}>
      <table className="periods">
        <caption className="visually-hidden">{name}</caption>
        <thead><tr><th scope="col">{t('chart.period')}</th>{lines.map((line) => <th key={line.name} scope="col" className="number">{line.name}</th>)}</tr></thead>
        <tbody>
          {plan.periods.map((p, i) => (
            <tr key={p.from} className={i === period ? 'now' : undefined}><th scope="row" className="rowhead">{p.from}–{p.to}</th>{lines.map((line) => <td key={line.name} className="number">{line.show(line.values[i] ?? null)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Site({ plan, site, period, level, wide }: Shape & { site: SitePage }) {
  const { t, say, told, code, number } = useWords();
  const Title = level;
  return (
    <article className="stack thing">
      <header className="stack tight">
        <Title>{site.name}</Title>
        <p className="dim">{code('sector', site.sector)} · {site.county ? <Link href={`/plans/${plan.id}/counties/${site.county.fips}`}>{site.county.name}</Link> : null}{site.county ? ', ' : ''}{site.state} · {number(site.place[1], 2)}°, {number(site.place[0], 2)}°</p>
        <p className="verdict">{say(site.verdict)}</p>
        <OneThing plan={plan} kind="sites" id={site.id} />
      </header>
      {site.streams.map((stream) => <StreamCard key={stream.id} plan={plan} stream={stream} period={period} wide={wide} />)}
      <Laws laws={site.credits} title={t('thing.credits')} />
      {site.doubts.length > 0 ? <section className="stack tight"><h3>{t('thing.doubts')}</h3><ul className="stack tight small">{site.doubts.map((doubt, i) => <li key={i}><strong>{code('doubt', doubt.kind)}</strong> {told(doubt.detail)} <span className="dim">{told(doubt.action)}</span></li>)}</ul></section> : null}
      <NeighbourList plan={plan} neighbours={site.neighbours} />
      <Evidence evidence={site.evidence} />
    </article>
  );
}

function StreamCard({ plan, stream, period, wide }: { plan: PlanFull; stream: Stream; period: number; wide?: boolean }) {
  const { t, say, told, code, rate, perTonne, percent, money, number } = useWords();
  const year = (at: number | null, end: 'from' | 'to') => (at === null ? '–' : String(plan.periods[at]?.[end] ?? '–'));
  return (
    <section className="card stack tight">
      <div className="row ends"><h3>{code('process', stream.process)}</h3><span className={`tag ${stream.status === 'captured' ? 'good' : ''}`}>{code('status', stream.status)}</span></div>
      <p>{say(stream.verdict)}{stream.bindingRule ? <> <span className="tag">{t('thing.rule')}: <code>{stream.bindingRule}</code></span></> : null}</p>
      <dl className="facts">
        <dt>{t('thing.emits')}</dt><dd>{rate(stream.co2TPerYear)} · {code('track', stream.track)}</dd>
        <dt>{t('thing.captureRate')}</dt><dd>{percent(stream.captureRate)}</dd>
        {stream.first !== null ? <><dt>{t('thing.runs')}</dt><dd>{year(stream.first, 'from')}–{year(stream.last, 'to')}{stream.stopsAtCreditEnd ? ` · ${t('thing.cliff')}` : ''}</dd></> : null}
        <dt>{t('thing.costPerT')}</dt><dd>{perTonne(stream.costUsdPerT)}{stream.cost ? <> <span className="tag">{t('thing.confidence', { letter: stream.cost.confidence })}</span></> : ` · ${t('thing.noCost')}`}</dd>
        {stream.creditReason ? <><dt>{t('thing.noCredit')}</dt><dd>{told(stream.creditReason)}</dd></> : null}
      </dl>
      {stream.rateTPerYear.some((value) => value > 0) ? <ByPeriod plan={plan} period={period} name={t('thing.byPeriod')} lines={[{ name: t('chart.captured'), values: stream.rateTPerYear, show: rate }, { name: t('thing.creditEarned'), values: stream.creditUsd, show: money }]} /> : null}
      {stream.starts.length > 0 ? (
        <details open={wide}>
          <summary>{t('thing.starts')}</summary>
          <div className="scroll" tabIndex={0} role="region" aria-label={t('thing.starts')}>
            <table>
              <caption className="visually-hidden">{t('thing.starts')}</caption>
              <thead><tr><th scope="col">{t('thing.start')}</th>{(['capture', 'transport', 'storage', 'credit', 'marginal'] as const).map((column) => <th key={column} scope="col" className="number">{t(`thing.starts.${column}`)}</th>)}</tr></thead>
              <tbody>{stream.starts.map((start) => <tr key={start.from}><th scope="row" className="rowhead">{start.from}</th>{[start.captureUsdPerT, start.transportUsdPerT, start.storageUsdPerT, -start.creditUsdPerT, start.marginalUsdPerT].map((value, i) => <td key={i} className="number">{perTonne(value)}</td>)}</tr>)}</tbody>
            </table>
          </div>
        </details>
      ) : null}
      {stream.cost ? (
        <details>
          <summary>{t('thing.costParts')}</summary>
          <dl className="facts small">
            <dt>{t('thing.capex')}</dt><dd>{money(stream.cost.capexUsd)}</dd>
            <dt>{t('thing.fixedOm')}</dt><dd>{money(stream.cost.fixedOmUsdPerYear)} / {t('unit.year')}</dd>
            <dt>{t('thing.variableOm')}</dt><dd>{perTonne(stream.cost.variableOmUsdPerT)}</dd>
            <dt>{t('thing.electricity')}</dt><dd>{number(stream.cost.electricityMwhPerT)} MWh/t</dd>
            <dt>{t('thing.heat')}</dt><dd>{number(stream.cost.heatGjPerT)} GJ/t</dd>
            <dt>{t('thing.source')}</dt><dd>{stream.cost.source}</dd>
          </dl>
        </details>
      ) : null}
    </section>
  );
}

function Pipe({ plan, pipe, period, level }: Shape & { pipe: PipePage }) {
  const { t, say, rate, length, money, inches } = useWords();
  const Title = level;
  return (
    <article className="stack thing">
      <header className="stack tight">
        <Title>{t('thing.pipe')} <span className="mono">{pipe.id}</span></Title>
        <p className="verdict">{say(pipe.verdict)}</p>
        <OneThing plan={plan} kind="pipes" id={pipe.id} />
      </header>
      <dl className="facts">
        <dt>{t('thing.length')}</dt><dd>{length(pipe.lengthKm)} ({t('thing.weighted', { km: length(pipe.weightedLengthKm) })})</dd>
        <dt>{t('thing.between')}</dt><dd className="mono">{pipe.from} – {pipe.to}</dd>
        <dt>{t('thing.existingCapacity')}</dt><dd>{pipe.existingTPerYear > 0 ? rate(pipe.existingTPerYear) : '–'}</dd>
        <dt>{t('thing.capex')}</dt><dd>{money(pipe.capexUsd)}</dd>
      </dl>
      <ByPeriod plan={plan} period={period} name={t('thing.byPeriod')} lines={[{ name: t('thing.flow'), values: pipe.flowTPerYear, show: (value) => (value === null ? '–' : `${value < 0 ? '← ' : value > 0 ? '→ ' : ''}${rate(Math.abs(value))}`) }, { name: t('thing.bought'), values: pipe.boughtTPerYear, show: rate }, { name: t('thing.diameter'), values: pipe.inches, show: inches }]} />
      <NeighbourList plan={plan} neighbours={pipe.neighbours} />
      <Evidence evidence={pipe.evidence} />
    </article>
  );
}

function Storage({ plan, storage, period, level }: Shape & { storage: StoragePage }) {
  const { t, say, code, rate, mass, percent, whole, length } = useWords();
  const Title = level;
  return (
    <article className="stack thing">
      <header className="stack tight">
        <Title>{storage.name}</Title>
        <p className="dim">{code('kind', storage.kind)} · {storage.basin ? `${storage.basin}, ` : ''}{storage.state}</p>
        <p className="verdict">{say(storage.verdict)}</p>
        <OneThing plan={plan} kind="storage" id={storage.id} />
      </header>
      <dl className="facts">
        <dt>{t('thing.capacity')}</dt><dd>{mass(storage.capacityT)}</dd>
        <dt>{t('thing.maxProjects')}</dt><dd>{whole(storage.maxProjects)}</dd>
        <dt>{t('thing.readyFrom')}</dt><dd>{storage.readyFrom ?? '–'}</dd>
        {storage.radiusKm ? <><dt>{t('thing.radius')}</dt><dd>{length(storage.radiusKm)}</dd></> : null}
      </dl>
      <ByPeriod plan={plan} period={period} name={t('thing.byPeriod')} lines={[{ name: t('thing.injected'), values: storage.rateTPerYear, show: rate }, { name: t('thing.fill'), values: storage.fill, show: percent }, { name: t('thing.projects'), values: storage.projects, show: whole }]} />
      <Laws laws={storage.law} title={t('thing.creditsStorage')} />
      <NeighbourList plan={plan} neighbours={storage.neighbours} />
      <Evidence evidence={storage.evidence} />
    </article>
  );
}

function County({ plan, county, period, level }: Shape & { county: CountyPage }) {
  const { t, whole, rate, number } = useWords();
  const Title = level;
  return (
    <article className="stack thing">
      <header className="stack tight"><Title>{county.name}, {county.state}</Title><p className="dim">{t('thing.county')} <span className="mono">{county.fips}</span></p></header>
      <dl className="facts">
        <dt>{t('thing.population')}</dt><dd>{whole(county.population)}</dd>
        <dt>{t('thing.svi')}</dt><dd>{number(county.svi, 2)} <span className="dim small">{t('thing.sviMeans')}</span></dd>
      </dl>
      <ByPeriod plan={plan} period={period} name={t('thing.byPeriod')} lines={[{ name: t('chart.captured'), values: county.capturedTPerYear, show: rate }]} />
      <Refs plan={plan} refs={county.sites} title={t('thing.sites')} />
    </article>
  );
}

function Existing({ line, level }: Shape & { line: ExistingPage }) {
  const { t, say, length, rate } = useWords();
  const Title = level;
  return (
    <article className="stack thing">
      <header className="stack tight"><Title>{line.name}</Title><p className="dim">{t('thing.existing')}</p><p className="verdict">{say(line.verdict)}</p></header>
      <dl className="facts"><dt>{t('thing.length')}</dt><dd>{length(line.lengthKm)}</dd><dt>{t('thing.capacityRate')}</dt><dd>{line.capacityTPerYear === null ? t('thing.unknownCapacity') : rate(line.capacityTPerYear)}</dd><dt>{t('thing.source')}</dt><dd>{line.source}</dd></dl>
    </article>
  );
}

function Laws({ laws, title }: { laws: Law[]; title: string }) {
  const { t, code, circumstances, lawValue } = useWords();
  if (laws.length === 0) return null;
  const columns: Column<Law>[] = [
    { name: t('law.parameter'), value: (law) => law.parameter, show: (law) => <Link href={`/register/parameters/${law.parameter}`}><code>{law.parameter}</code></Link> },
    { name: t('law.value'), value: (law) => lawValue(law.value, law.unit) },
    { name: t('law.circumstances'), value: (law) => circumstances(law.circumstances) },
    { name: t('law.state'), value: (law) => code('state', law.state) },
    { name: t('law.record'), value: (law) => law.record, show: (law) => <Link href={`/register/records/${law.record}`}>{law.record}</Link> },
  ];
  return <section className="stack tight"><h3>{title}</h3><DataTable rows={laws} columns={columns} name={title} page={8} /></section>;
}

const pageOf: Record<string, string> = { site: 'sites', pipe: 'pipes', storage: 'storage', county: 'counties', existing: 'existing' };

function Refs({ plan, refs, title }: { plan: PlanFull; refs: Ref[]; title: string }) {
  const { length } = useWords();
  if (refs.length === 0) return null;
  return (
    <section className="stack tight">
      <h3>{title}</h3>
      <ul className="plain refs">
        {refs.slice(0, 40).map((ref) => <li key={ref.kind + ref.id}><Link href={ref.kind === 'record' ? `/register/records/${ref.id}` : `/plans/${plan.id}/${pageOf[ref.kind] ?? 'sites'}/${encodeURIComponent(ref.id)}`}>{ref.name || ref.id}</Link>{ref.distanceKm !== null && ref.distanceKm !== undefined ? <span className="dim small"> {length(ref.distanceKm)}</span> : null}</li>)}
      </ul>
    </section>
  );
}

function NeighbourList({ plan, neighbours }: { plan: PlanFull; neighbours: Neighbours }) {
  const { t } = useWords();
  return <><Refs plan={plan} refs={neighbours.pipes} title={t('thing.nearPipes')} /><Refs plan={plan} refs={neighbours.sites} title={t('thing.nearSites')} /><Refs plan={plan} refs={neighbours.storage} title={t('thing.nearStorage')} /></>;
}

function Evidence({ evidence }: { evidence: Evident[] }) {
  const { t } = useWords();
  if (evidence.length === 0) return null;
  return (
    <details>
      <summary>{t('thing.evidence', { count: evidence.length })}</summary>
      <ul className="plain stack tight small">{evidence.map((one, i) => <li key={i}><strong>{one.what}</strong> <span className="tag">{t('thing.confidence', { letter: one.confidence })}</span> <span className="dim">{one.source}</span></li>)}</ul>
    </details>
  );
}
