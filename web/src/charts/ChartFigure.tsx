import './charts.css';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTheme, type Theme } from '../shell/theme';
import { DataTable, type Column } from '../tables/DataTable';
import { useWords } from '../words/words';
import { init, type EChartsCoreOption, type EChartsType } from './engine';

export interface Ink { text: string; dim: string; line: string; surface: string; accent: string; series: string[] }

export const inks: Record<Theme, Ink> = {
  light: { text: '#17211d', dim: '#4a5852', line: '#d3dad5', surface: '#ffffff', accent: '#0b5d57', series: ['#0b5d57', '#d55e00', '#0072b2', '#8a5a9e', '#7a6200', '#6f6f6f'] },
  dark: { text: '#e8eeea', dim: '#a9b7b0', line: '#2c3934', surface: '#161e1b', accent: '#4fb9ac', series: ['#4fb9ac', '#f08a3c', '#4aa8dd', '#c3a5d8', '#d9c25a', '#a9a9a9'] },
};

interface Props<Row> {
  title: string;
  /** One sentence that says what is to be seen, also read out instead of the picture. */
  says: string;
  option: (ink: Ink) => EChartsCoreOption;
  height?: number;
  rows: Row[];
  columns: Column<Row>[];
  note?: ReactNode;
  onChoose?: (value: { seriesName?: string; name?: string; data?: unknown; dataIndex?: number }) => void;
  level?: 'h2' | 'h3';
}

/** A chart with its title, a sentence for those who do not see it, and the same figures as a table. */
export function ChartFigure<Row>({ title, says, option, height = 300, rows, columns, note, onChoose, level = 'h3' }: Props<Row>) {
  const { t } = useWords();
  const theme = useTheme();
  const [table, setTable] = useState(false);
  const id = useId();
  const Title = level;
  return (
    <figure className="card chart stack tight" aria-labelledby={id}>
      <div className="row ends">
        <Title id={id}>{title}</Title>
        <button className="quiet small" aria-pressed={table} onClick={() => setTable(!table)}>{t(table ? 'chart.asChart' : 'chart.asTable')}</button>
      </div>
      <p className="dim small">{says}</p>
      {rows.length === 0 ? <p className="note">{t('chart.nothing')}</p> : table ? <DataTable rows={rows} columns={columns} name={title} /> : <Canvas option={option(inks[theme])} theme={theme} height={height} label={`${title}. ${says}`} onChoose={onChoose} />}
      {note}
    </figure>
  );
}

function Canvas({ option, theme, height, label, onChoose }: { option: EChartsCoreOption; theme: Theme; height: number; label: string; onChoose?: Props<unknown>['onChoose'] }) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  useEffect(() => {
    const made = init(frame.current!, undefined, { renderer: 'canvas' });
    (frame.current as unknown as { chart: EChartsType }).chart = made;
    chart.current = made;
    made.on('click', (event) => choose.current?.(event as never));
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(frame.current!);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const ink = inks[theme];
    chart.current?.setOption(
      {
        animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        animationDuration: 250,
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: ink.text },
        color: ink.series,
        ...roomForLegend(option, frame.current!.clientWidth),
        // Rich text and not HTML: the page's security policy refuses styles inside markup.
        tooltip: { renderMode: 'richText', confine: true, backgroundColor: ink.surface, borderColor: ink.line, textStyle: { color: ink.text, fontSize: 12 }, ...(option.tooltip as object | undefined) },
      },
      { notMerge: true },
    );
  }, [option, theme]);
  return <div ref={frame} className="chart-canvas" style={{ height }} role="img" aria-label={label} />;
}

/** A legend wraps on narrow screens; the drawing begins below its last line. */
function roomForLegend(option: EChartsCoreOption, width: number): EChartsCoreOption {
  const { grid, legend: shown, series } = option as { grid?: { top?: number }; legend?: object; series?: { name?: string }[] };
  if (!shown || !grid || !Array.isArray(series)) return option;
  const wide = (text: string) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 12.5 : 6.8), 0) + 34;
  let [lines, at] = [1, 0];
  for (const { name } of series) {
    const next = wide(name ?? '');
    if (at > 0 && at + next > width - 12) [lines, at] = [lines + 1, 0];
    at += next;
  }
  return { ...option, grid: { ...grid, top: lines * 21 + 28 } };
}

/** Axis looks shared by all charts. */
export const axis = (ink: Ink, more: object = {}) => ({
  axisLine: { lineStyle: { color: ink.dim } },
  axisTick: { lineStyle: { color: ink.dim } },
  axisLabel: { color: ink.dim, fontSize: 12, hideOverlap: true },
  nameTextStyle: { color: ink.dim, fontSize: 12 },
  splitLine: { lineStyle: { color: ink.line } },
  ...more,
});

export const legend = (ink: Ink, more: object = {}) => ({ type: 'plain', top: 0, left: 0, itemGap: 10, textStyle: { color: ink.text, fontSize: 12 }, itemWidth: 14, itemHeight: 10, ...more });
