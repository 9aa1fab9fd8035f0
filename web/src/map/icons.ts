import type { Theme } from '../shell/theme';
import { colourOf, corners, sectorGroups, type Shape } from './sectors';

export interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

const side = 48;

function drawn(draw: (pen: CanvasRenderingContext2D) => void): Picture {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const pen = canvas.getContext('2d')!;
  pen.translate(side / 2, side / 2);
  draw(pen);
  return { width: side, height: side, data: pen.getImageData(0, 0, side, side).data };
}

export function traced(pen: CanvasRenderingContext2D, shape: Shape, reach: number) {
  pen.beginPath();
  const points = corners(shape);
  if (points.length === 0) pen.arc(0, 0, reach * 0.92, 0, 2 * Math.PI);
  else points.forEach(([x, y], i) => (i === 0 ? pen.moveTo(x * reach, y * reach) : pen.lineTo(x * reach, y * reach)));
  pen.closePath();
}

/** Every picture that the map's layers name, for one theme. */
export function pictures(theme: Theme): Record<string, Picture> {
  const edge = theme === 'dark' ? '#0b1210' : '#ffffff';
  const ink = theme === 'dark' ? '#e8eeea' : '#17211d';
  const named: Record<string, Picture> = {};
  for (const group of sectorGroups) {
    named[`site-${group.key}`] = drawn((pen) => {
      traced(pen, group.shape, 19);
      pen.lineJoin = 'round';
      pen.lineWidth = 6;
      pen.strokeStyle = edge;
      pen.stroke();
      pen.fillStyle = colourOf(group, theme);
      pen.fill();
      pen.lineWidth = 2;
      pen.strokeStyle = ink;
      pen.stroke();
    });
  }
  named.arrow = drawn((pen) => {
    pen.beginPath();
    pen.moveTo(-9, -11);
    pen.lineTo(10, 0);
    pen.lineTo(-9, 11);
    pen.lineJoin = pen.lineCap = 'round';
    pen.strokeStyle = edge;
    pen.lineWidth = 11;
    pen.stroke();
    pen.strokeStyle = ink;
    pen.lineWidth = 5;
    pen.stroke();
  });
  const sign = (name: string, colour: string, draw: (pen: CanvasRenderingContext2D) => void) => {
    named[name] = drawn((pen) => {
      pen.beginPath();
      pen.arc(0, 0, 19, 0, 2 * Math.PI);
      pen.fillStyle = colour;
      pen.fill();
      pen.lineWidth = 3;
      pen.strokeStyle = edge;
      pen.stroke();
      pen.strokeStyle = pen.fillStyle = theme === 'dark' ? '#0b1210' : '#ffffff';
      pen.lineWidth = 5;
      pen.lineCap = pen.lineJoin = 'round';
      draw(pen);
    });
  };
  const stroke = (pen: CanvasRenderingContext2D, ...points: [number, number][]) => {
    pen.beginPath();
    points.forEach(([x, y], i) => (i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
    pen.stroke();
  };
  for (const [change, colour] of Object.entries(changeColours[theme])) {
    sign(`change-${change}`, colour, (pen) => {
      if (change === 'added') stroke(pen, [-9, 0], [9, 0]), stroke(pen, [0, -9], [0, 9]);
      if (change === 'removed') stroke(pen, [-9, 0], [9, 0]);
      if (change === 'more') stroke(pen, [-8, 4], [0, -6], [8, 4]);
      if (change === 'less') stroke(pen, [-8, -4], [0, 6], [8, -4]);
      if (change === 'earlier') stroke(pen, [4, -8], [-6, 0], [4, 8]);
      if (change === 'later') stroke(pen, [-4, -8], [6, 0], [-4, 8]);
    });
  }
  return named;
}

export const changeColours: Record<Theme, Record<string, string>> = {
  light: { added: '#00704f', removed: '#b3261e', more: '#0072b2', less: '#a85a00', earlier: '#5b3fa0', later: '#8c3b73' },
  dark: { added: '#3fd6a3', removed: '#ff8b80', more: '#6cc0f0', less: '#f5b25a', earlier: '#b9a4ff', later: '#eaa0cf' },
};
