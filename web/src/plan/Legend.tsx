import { useState } from 'react';
import { changeColours } from '../map/icons';
import { layerNames, type LayerName } from '../map/layers';
import { colourOf, corners, sectorGroups, type SectorGroup } from '../map/sectors';
import { palettes } from '../map/style';
import { useTheme, type Theme } from '../shell/theme';
import { useWords } from '../words/words';
import { show, type PlanView } from './viewState';

/** What the signs on the map mean, and which layers are drawn. */
export function Legend({ view, groups }: { view: PlanView; groups: Set<string> }) {
  const { t, code } = useWords();
  const theme = useTheme();
  const [open, setOpen] = useState(() => matchMedia('(min-width: 105rem)').matches);
  const p = palettes[theme];
  const toggle = (name: LayerName) => {
    const next = view.shown.layers.includes(name) ? view.shown.layers.filter((other) => other !== name) : [...view.shown.layers, name];
    show({ layers: next.join(',') || 'none' });
  };
  const colours = view.shown.countiesBy === 'svi' ? p.community : p.captured;
  return (
    <details className="legend" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('legend.name')}</summary>
      <div className="stack tight">
        {view.difference ? (
          <ul className="plain legend-signs" aria-label={t('legend.difference')}>
            {Object.entries(changeColours[theme]).map(([change, colour]) => (
              <li key={change}><ChangeSign change={change} colour={colour} /> {code('change', change)}</li>
            ))}
          </ul>
        ) : null}
        <ul className="plain legend-layers" aria-label={t('legend.layers')}>
          {layerNames.map((name) => (
            <li key={name}>
              <label className="check"><input type="checkbox" checked={view.shown.layers.includes(name)} onChange={() => toggle(name)} /> <LayerSign name={name} theme={theme} /> {code('layer', name)}</label>
            </li>
          ))}
        </ul>
        {view.shown.layers.includes('counties') ? (
          <div className="stack tight small">
            <div className="row" role="radiogroup" aria-label={t('legend.countiesBy')}>
              {(['svi', 'captured'] as const).map((by) => <label key={by} className="check"><input type="radio" name="counties-by" checked={view.shown.countiesBy === by} onChange={() => show({ counties: by === 'svi' ? null : by })} /> {t(`legend.counties.${by}`)}</label>)}
            </div>
            <div className="ramp"><span>{view.shown.countiesBy === 'svi' ? t('legend.low') : '0'}</span>{colours.map((colour) => <i key={colour} style={{ background: colour }} />)}<span>{view.shown.countiesBy === 'svi' ? t('legend.high') : '5 Mt/y'}</span></div>
          </div>
        ) : null}
        <ul className="plain legend-signs" aria-label={t('legend.sectors')}>
          {sectorGroups.filter((group) => groups.has(group.key)).map((group) => <li key={group.key}><SectorSign group={group} theme={theme} /> {code('group', group.key)}</li>)}
        </ul>
        <div className="small legend-widths">
          {[8, 16, 30, 48].map((inches) => <span key={inches}><svg width="22" height="8" aria-hidden="true"><line x1="0" x2="22" y1="4" y2="4" stroke={p.pipe} strokeWidth={inches <= 12 ? 1.2 : inches <= 16 ? 2 : inches <= 30 ? 3.2 : 5} /></svg> {inches}″</span>)}
        </div>
        <p className="small dim">{t('legend.sizes')}</p>
      </div>
    </details>
  );
}

export function SectorSign({ group, theme }: { group: SectorGroup; theme: Theme }) {
  const points = corners(group.shape);
  const look = { fill: colourOf(group, theme), stroke: theme === 'dark' ? '#e8eeea' : '#17211d', strokeWidth: 0.14 };
  return (
    <svg width="15" height="15" viewBox="-1.15 -1.15 2.3 2.3" aria-hidden="true">
      {points.length === 0 ? <circle r="0.92" {...look} /> : <polygon points={points.map((point) => point.join(',')).join(' ')} {...look} />}
    </svg>
  );
}

function ChangeSign({ change, colour }: { change: string; colour: string }) {
  const marks: Record<string, string> = { added: 'M-4 0H4M0-4V4', removed: 'M-4 0H4', more: 'M-4 2L0-3L4 2', less: 'M-4-2L0 3L4-2', earlier: 'M2-4L-3 0L2 4', later: 'M-2-4L3 0L-2 4' };
  return <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true"><circle r="7.5" fill={colour} /><path d={marks[change]} fill="none" stroke="var(--surface)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" /></svg>;
}

function LayerSign({ name, theme }: { name: LayerName; theme: Theme }) {
  const p = palettes[theme];
  const sign = (children: React.ReactNode) => <svg width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">{children}</svg>;
  switch (name) {
    case 'sites': return sign(<circle cx="10" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2" />);
    case 'left': return sign(<circle cx="10" cy="7" r="2.5" fill={p.left} />);
    case 'pipes': return sign(<><path d="M0 7H10" stroke={p.pipe} strokeWidth="3" /><path d="M10 7H20" stroke={p.pipeNew} strokeWidth="3" /></>);
    case 'storage': return sign(<><circle cx="6" cy="7" r="5" fill={p.saline} fillOpacity="0.4" stroke={p.saline} /><circle cx="15" cy="7" r="4" fill={p.eor} /></>);
    case 'existing': return sign(<path d="M0 7H20" stroke={p.existing} strokeWidth="2.5" strokeDasharray="5 3" />);
    case 'counties': return sign(<><rect x="0" y="1" width="7" height="12" fill={p.community[1]} /><rect x="7" y="1" width="6" height="12" fill={p.community[2]} /><rect x="13" y="1" width="7" height="12" fill={p.community[4]} /></>);
  }
}
