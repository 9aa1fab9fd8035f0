import { axis, ChartFigure, legend, type Ink } from '../charts/ChartFigure';
import type { PlanFull } from '../api/shapes';
import { moneyScale } from '../words/figures';
import { useWords } from '../words/words';

/** Tonnes and money by period. */
export default function PeriodCharts({ plan, period }: { plan: PlanFull; period: number }) {
  const { t, language, number } = useWords();
  const names = plan.periods.map((p) => `${p.from}–${String(p.to).slice(2)}`);
  const tonnes = [
    { name: t('chart.stored'), of: (p: PlanFull['periods'][number]) => p.storedMtPerYear },
    { name: t('chart.used'), of: (p: PlanFull['periods'][number]) => p.usedMtPerYear },
  ];
  const parts = (['captureUsd', 'dacUsd', 'transportUsd', 'storageUsd', 'storageFeesUsd', 'creditsUsd'] as const).filter((part) => plan.periods.some((p) => p[part] > 0));
  const scale = moneyScale(language, Math.max(...plan.periods.flatMap((p) => parts.map((part) => p[part]))));
  const grid = { left: 8, right: 8, top: 46, bottom: 4, containLabel: true };
  const bar = (ink: Ink, unit: string) => ({ grid, legend: legend(ink), tooltip: { trigger: 'axis' as const, valueFormatter: (value: unknown) => `${number(value as number)} ${unit}` }, xAxis: { type: 'category' as const, data: names, ...axis(ink) }, yAxis: { type: 'value' as const, name: unit, ...axis(ink) } });
  return (
    <>
      <ChartFigure
        title={t('chart.tonnes')}
        says={t('chart.tonnesSays', { from: plan.periods[period]!.from, value: number(plan.periods[period]!.capturedMtPerYear) })}
        height={230}
        rows={plan.periods}
        columns={[{ name: t('chart.period'), value: (p) => `${p.from}–${p.to}` }, { name: t('chart.captured'), unit: 'Mt/y', number: true, value: (p) => p.capturedMtPerYear }, ...tonnes.map((one) => ({ name: one.name, unit: 'Mt/y', number: true, value: one.of }))]}
        option={(ink) => ({ ...bar(ink, language === 'zh' ? '百万吨/年' : 'Mt/y'), series: tonnes.map((one) => ({ type: 'bar', stack: 'all', name: one.name, data: plan.periods.map(one.of), barMaxWidth: 44 })) })}
      />
      <ChartFigure
        title={t('chart.money')}
        says={t('chart.moneySays')}
        height={260}
        rows={plan.periods}
        columns={[{ name: t('chart.period'), value: (p) => `${p.from}–${p.to}` }, ...parts.map((part) => ({ name: t(`chart.${part}`), unit: scale.unit, number: true, value: (p: PlanFull['periods'][number]) => scale.of(p[part]) }))]}
        option={(ink) => ({ ...bar(ink, scale.unit), series: parts.map((part) => ({ type: 'bar', stack: part === 'creditsUsd' ? 'credits' : 'cost', name: t(`chart.${part}`), data: plan.periods.map((p) => scale.of(p[part]) * (part === 'creditsUsd' ? -1 : 1)), barMaxWidth: 44, barGap: '-100%' })) })}
      />
    </>
  );
}
