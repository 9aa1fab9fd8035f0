/** A part of a range, and how much weight lies in it. */
export interface Bin { from: number; to: number; weight: number; count: number }

/** Figures in equal parts of their range; the last part holds its end. One part where they are all alike, none where there are none. */
export function bins(figures: { value: number; weight: number }[], parts: number): Bin[] {
  if (figures.length === 0) return [];
  const values = figures.map((f) => f.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least === most) return [{ from: least, to: most, weight: figures.reduce((sum, f) => sum + f.weight, 0), count: figures.length }];
  const size = (most - least) / parts;
  const made: Bin[] = Array.from({ length: parts }, (_, i) => ({ from: least + i * size, to: least + (i + 1) * size, weight: 0, count: 0 }));
  for (const { value, weight } of figures) {
    const bin = made[Math.min(parts - 1, Math.floor((value - least) / size))]!;
    bin.weight += weight;
    bin.count++;
  }
  return made;
}
