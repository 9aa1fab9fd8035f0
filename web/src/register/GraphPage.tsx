import { go, onward, useQueryKey } from '../address/address';
import { Link } from '../address/Link';
import { asked } from '../api/client';
import { useRead } from '../api/queries';
import { axis, ChartFigure } from '../charts/ChartFigure';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';
import { toNumber, useAsOf } from './asOf';
import { RegisterFrame } from './RegisterFrame';
import type { Graph, Relation } from './shapes';
import { useTerms } from './terms';

const dayMs = 86_400_000;

/** Which work amends, repeals, implements or funds which, laid out by time. */
export default function GraphPage() {
  const { t, say, day } = useWords();
  const term = useTerms();
  const [asOf] = useAsOf();
  const [around, setAround] = useQueryKey('around');
  const graph = useRead<Graph>(`register/graph${asked({ asOf, around })}`, { keep: true });
  const whole = useRead<Graph>(`register/graph${asked({ asOf })}`, { keep: true });
  return (
    <RegisterFrame title={t('title.graph')} says={t('graph.says')}>
      <label className="row">{t('graph.around')} <select value={around ?? ''} onChange={(event) => setAround(event.target.value || null)}><option value="">{t('graph.everything')}</option>{(whole.data?.nodes ?? []).map((node) => <option key={node.id} value={node.id}>{say(node.titles)}</option>)}</select></label>
      <Read query={graph}>
        {(value) => {
          const linked = new Set(value.edges.flatMap((edge) => [edge.source, edge.target]));
          const nodes = value.nodes.filter((node) => linked.has(node.id));
          const places = placed(nodes, value.edges);
          const days = [...places.values()].map(([day]) => day);
          // A late name would run out of the picture on the right: it stands on the left of its sign.
          const late = (day: number) => day > Math.min(...days) + 0.55 * (Math.max(...days) - Math.min(...days));
          const name = (id: string) => say(value.nodes.find((node) => node.id === id)?.titles) || id;
          return (
            <ChartFigure
              title={t('graph.chart')}
              says={t('graph.chartSays', { nodes: nodes.length, edges: value.edges.length })}
              level="h2"
              height={Math.max(360, nodes.length * 22)}
              rows={value.edges}
              onChoose={(chosen) => { const node = chosen.data as { id?: string } | undefined; if (node?.id) go(onward(`/register/records/${node.id}`)); }}
              columns={[
                { name: t('graph.from'), value: (edge: Relation) => edge.source, show: (edge) => <Link href={onward(`/register/records/${edge.source}`)}>{name(edge.source)}</Link> },
                { name: t('graph.how'), value: (edge) => term('relationKind', edge.kind) },
                { name: t('graph.to'), value: (edge) => edge.target, show: (edge) => <Link href={onward(`/register/records/${edge.target}`)}>{name(edge.target)}</Link> },
                { name: t('timelinePage.day'), value: (edge) => edge.since, show: (edge) => day(edge.since) },
                { name: t('graph.provision'), value: (edge) => edge.provision },
              ]}
              option={(ink) => {
                const look: Record<string, { color: string; type: string }> = { amends: { color: ink.series[2]!, type: 'solid' }, repeals: { color: ink.series[1]!, type: 'dashed' }, replaces: { color: ink.series[1]!, type: 'solid' }, supersedes: { color: ink.series[1]!, type: 'dotted' }, implements: { color: ink.series[0]!, type: 'solid' }, funds: { color: ink.series[4]!, type: 'solid' }, interprets: { color: ink.series[3]!, type: 'dashed' }, transposes: { color: ink.series[3]!, type: 'solid' } };
                return {
                  grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
                  xAxis: { type: 'time', ...axis(ink, { axisLine: { onZero: false, lineStyle: { color: ink.dim } } }) },
                  yAxis: { type: 'value', show: false, min: -1, max: nodes.length, inverse: true },
                  tooltip: { trigger: 'item', formatter: (p: { dataType: string; data: { id?: string; source?: string; target?: string; kind?: string } }) => (p.dataType === 'edge' ? `${name(p.data.source!)}\n→ ${term('relationKind', p.data.kind)}\n${name(p.data.target!)}` : name(p.data.id!)) },
                  series: [{
                    type: 'graph', coordinateSystem: 'cartesian2d', layout: 'none', roam: false, edgeSymbol: ['none', 'arrow'], edgeSymbolSize: 8,
                    label: { show: true, position: 'right', color: ink.text, fontSize: 11, formatter: (p: { data: { id: string } }) => name(p.data.id) },
                    data: nodes.map((node) => ({ id: node.id, name: node.id, value: places.get(node.id), symbolSize: 13, label: { position: late(places.get(node.id)![0]) ? 'left' : 'right' }, symbol: node.force === 'in-force' ? 'circle' : 'emptyCircle', itemStyle: { color: ink.accent, borderColor: ink.accent, borderWidth: 2 } })),
                    links: value.edges.map((edge) => ({ source: edge.source, target: edge.target, kind: edge.kind, lineStyle: { ...(look[edge.kind] ?? { color: ink.dim, type: 'solid' }), width: 1.6, curveness: 0.18, opacity: 0.85 } })),
                  }],
                };
              }}
              note={<p className="small dim">{t('graph.legend')}</p>}
            />
          );
        }}
      </Read>
    </RegisterFrame>
  );
}

/** Where each work stands: across by its first event, down by when it came, so that no two names overlap. */
function placed(nodes: Graph['nodes'], edges: Relation[]): Map<string, [number, number]> {
  const first = (node: Graph['nodes'][number]) => toNumber(node.begins ?? edges.filter((edge) => edge.source === node.id).map((edge) => edge.since).sort()[0] ?? '2020-01-01') * dayMs;
  return new Map([...nodes].sort((a, b) => first(a) - first(b)).map((node, row) => [node.id, [first(node), row]]));
}
