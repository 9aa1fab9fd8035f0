import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { go, withQuery } from '../address/address';
import { Link } from '../address/Link';
import { base, send } from '../api/client';
import { queries } from '../api/queries';
import type { PlanFull, PlanItem } from '../api/shapes';
import { Fault } from '../shell/Problems';
import { useWords, type Key } from '../words/words';
import { show, type PlanView } from './viewState';

const formats = ['html', 'json', 'csv', 'xlsx', 'geopackage', 'shapefile', 'geojson'] as const;

/** The plan's name, how good it is proved to be, and what can be done with it. */
export function PlanBar({ plan, view }: { plan: PlanFull; view: PlanView }) {
  const { t, say, percent, language } = useWords();
  const [open, setOpen] = useState<'save' | 'export' | null>(null);
  const [copied, setCopied] = useState(false);
  const share = async () => {
    await navigator.clipboard.writeText(location.href).catch(() => undefined);
    setCopied(true);
    setTimeout(() => setCopied(false), 2500);
  };
  return (
    <div className="plan-bar">
      <div className="plan-title">
        <strong>{plan.name ?? say(plan.title)}</strong>
        <span className="row small">
          <span className="tag">{t(`origin.${plan.origin}` as Key)}</span>
          <span className={`tag ${plan.auditPassed ? 'good' : 'bad'}`}>{t(plan.auditPassed ? 'plan.audited' : 'plan.auditFailed')}</span>
          <span className="tag" title={t('plan.gapMeans')}>{t('plan.gap', { gap: percent(plan.totals.gap) })}</span>
          {plan.stale ? <span className="tag warn">{t('plan.stale')}</span> : null}
        </span>
      </div>
      <div className="row plan-actions">
        {plan.parent ? <button onClick={() => go(withQuery({ diff: null }, `/plans/${plan.parent}`))}>{t('whatif.undo')}</button> : null}
        <button aria-expanded={open === 'save'} onClick={() => setOpen(open === 'save' ? null : 'save')}>{t(plan.kept ? 'plan.rename' : 'plan.save')}</button>
        <Link className="button" href={`/compare?plans=${[plan.parent, plan.id].filter(Boolean).join(',')}`}>{t('plan.compare')}</Link>
        <button aria-pressed={!!view.table} onClick={() => show({ table: view.table ? null : 'sites' }, true)}>{t('plan.asTable')}</button>
        <button aria-expanded={open === 'export'} onClick={() => setOpen(open === 'export' ? null : 'export')}>{t('plan.export')}</button>
        <button onClick={() => void share()}>{t(copied ? 'plan.shared' : 'plan.share')}</button>
      </div>
      {open === 'save' ? <SaveForm plan={plan} done={() => setOpen(null)} /> : null}
      {open === 'export' ? (
        <ul className="plain row plan-drawer" aria-label={t('plan.export')}>
          {formats.map((format) => (
            <li key={format}><a className="button" href={`${base}/plans/${encodeURIComponent(plan.id)}/export/${format}?lang=${language}`} download>{t(`format.${format}`)}</a></li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function SaveForm({ plan, done }: { plan: PlanFull; done: () => void }) {
  const { t } = useWords();
  const [name, setName] = useState(plan.name ?? '');
  const save = useMutation({
    mutationFn: () => send<PlanItem>('PATCH', `plans/${encodeURIComponent(plan.id)}`, { name: name.trim() || null, kept: true }, plan.etag),
    onSuccess: () => {
      void queries.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('plans') && !String(query.queryKey[0]).includes('layers') });
      done();
    },
  });
  return (
    <form className="row plan-drawer" onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
      <label htmlFor="plan-name">{t('plan.name')}</label>
      <input id="plan-name" value={name} maxLength={120} autoFocus onChange={(event) => setName(event.target.value)} />
      <button className="primary" disabled={save.isPending}>{t('plan.keep')}</button>
      <button type="button" className="quiet" onClick={done}>{t('shell.cancel')}</button>
      <Fault fault={save.error} />
    </form>
  );
}
