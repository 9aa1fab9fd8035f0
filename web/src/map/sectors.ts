import type { Theme } from '../shell/theme';

/** Sectors that share a colour and a shape: as many as the eye tells apart. The colours are those of Okabe and Ito. */
export interface SectorGroup {
  key: string;
  sectors: string[];
  shape: Shape;
  light: string;
  dark: string;
}

export type Shape = 'circle' | 'square' | 'triangle' | 'down' | 'diamond' | 'pentagon' | 'hexagon' | 'plus' | 'star';

export const sectorGroups: SectorGroup[] = [
  { key: 'power', sectors: ['power-coal', 'power-gas', 'power-mixed'], shape: 'circle', light: '#0072b2', dark: '#4aa8dd' },
  { key: 'cement', sectors: ['cement', 'lime'], shape: 'square', light: '#d55e00', dark: '#f08a3c' },
  { key: 'metals', sectors: ['steel', 'aluminium', 'metals'], shape: 'pentagon', light: '#6f6f6f', dark: '#a9a9a9' },
  { key: 'refining', sectors: ['refining', 'petrochemicals'], shape: 'hexagon', light: '#cc79a7', dark: '#dc9bbf' },
  { key: 'hydrogen', sectors: ['hydrogen', 'ammonia'], shape: 'diamond', light: '#56b4e9', dark: '#8ad0f5' },
  { key: 'biomass', sectors: ['ethanol', 'pulp-paper', 'power-biomass'], shape: 'triangle', light: '#009e73', dark: '#2fc296' },
  { key: 'gas', sectors: ['gas-processing', 'gas-transport', 'oil-gas', 'lng'], shape: 'down', light: '#e69f00', dark: '#f0b43c' },
  { key: 'other', sectors: [], shape: 'plus', light: '#f0e442', dark: '#f0e442' },
  { key: 'dac', sectors: ['dac'], shape: 'star', light: '#2d1f5e', dark: '#c3b5ff' },
];

const other = sectorGroups.find((group) => group.key === 'other')!;

export const groupOf = (sector: string): SectorGroup => sectorGroups.find((group) => group.sectors.includes(sector)) ?? other;

export const colourOf = (group: SectorGroup, theme: Theme) => (theme === 'dark' ? group.dark : group.light);

/** The corners of a shape in a square of -1 to 1; none for a circle. */
export function corners(shape: Shape): [number, number][] {
  const round = (sides: number, turn: number, inner?: number): [number, number][] =>
    Array.from({ length: inner ? sides * 2 : sides }, (_, i) => {
      const angle = turn + (i * 2 * Math.PI) / (inner ? sides * 2 : sides);
      const reach = inner && i % 2 ? inner : 1;
      return [Math.cos(angle) * reach, Math.sin(angle) * reach];
    });
  switch (shape) {
    case 'circle': return [];
    case 'square': return [[-0.82, -0.82], [0.82, -0.82], [0.82, 0.82], [-0.82, 0.82]];
    case 'triangle': return [[0, -1], [0.95, 0.75], [-0.95, 0.75]];
    case 'down': return [[0, 1], [0.95, -0.75], [-0.95, -0.75]];
    case 'diamond': return round(4, 0);
    case 'pentagon': return round(5, -Math.PI / 2);
    case 'hexagon': return round(6, 0);
    case 'star': return round(5, -Math.PI / 2, 0.45);
    case 'plus': {
      const a = 0.38;
      return [[-a, -1], [a, -1], [a, -a], [1, -a], [1, a], [a, a], [a, 1], [-a, 1], [-a, a], [-1, a], [-1, -a], [-a, -a]];
    }
  }
}
