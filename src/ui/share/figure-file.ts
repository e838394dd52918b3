import { figurePicture } from './figure-picture';
import type { FigureSource } from './figure-source';
import { csvOfRows } from './rows-csv';
import type { FigureRows } from './rows-csv';

interface FigureOrder {
  format: 'png' | 'svg' | 'csv';
  ground: 'light' | 'dark';
  title: string;
  source: FigureSource;
  rows: FigureRows;
}

/** Pixels of a PNG for each pixel of the screen's measure. */
const PNG_SCALE = 2;

/** The picture in a card, or the rows behind it, as a file of the format asked for. */
export async function figureFile(card: HTMLElement, order: FigureOrder): Promise<Blob> {
  if (order.format === 'csv') {
    // The mark in front tells spreadsheets that this is UTF-8.
    return new Blob(['\uFEFF', csvOfRows(order.rows)], { type: 'text/csv' });
  }
  const svg = figurePicture(card, order);
  const text = new XMLSerializer().serializeToString(svg);
  const file = new Blob([text], { type: 'image/svg+xml' });
  return order.format === 'svg' ? file : pngOf(file, svg.width.baseVal.value, svg.height.baseVal.value);
}

async function pngOf(svg: Blob, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * PNG_SCALE);
    canvas.height = Math.round(height * PNG_SCALE);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
