/**
 * Renders every `diagrams/*.mmd` to an SVG beside it, in headless Chromium, without
 * a network. Pictures that are current are left alone; `--all` renders them anew.
 *
 * Run: node --import tsx docs/platform/scripts/render-diagrams.ts [--all]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findChromium } from '../../../e2e/setup/chromium.mjs';
import { DIAGRAM_CONFIG, hashInPicture, readDiagrams } from './diagram-files';
import type { Diagram } from './diagram-files';

const require = createRequire(import.meta.url);
const MARGIN = 16;
const BACKGROUND = '#ffffff';
const FRAME = '#d3dae1';

interface MermaidGlobal {
  mermaid: {
    initialize(config: object): void;
    render(id: string, source: string): Promise<{ svg: string }>;
  };
}

const stale = readDiagrams().filter((diagram) => process.argv.includes('--all') || !isCurrent(diagram));
if (stale.length > 0) await renderAll(stale);
console.log(`${stale.length} rendered`);

function isCurrent({ picturePath, sha256 }: Diagram): boolean {
  return existsSync(picturePath) && hashInPicture(readFileSync(picturePath, 'utf8')) === sha256;
}

async function renderAll(diagrams: readonly Diagram[]): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.route('**/*', (route) => route.abort());
    await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
    await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
    for (const diagram of diagrams) {
      writeFileSync(diagram.picturePath, await render(page, diagram));
      console.log(diagram.name);
    }
  } finally {
    await browser.close();
  }
}

async function render(page: Page, diagram: Diagram): Promise<string> {
  return page.evaluate(
    async ({ name, source, sha256, config, margin, background, frame }) => {
      const { mermaid } = globalThis as unknown as MermaidGlobal;
      mermaid.initialize(config);
      const { svg } = await mermaid.render(`diagram-${name}`, source);
      const picture = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg')!;
      const drawn = picture.viewBox.baseVal;
      const box = [drawn.x - margin, drawn.y - margin, drawn.width + 2 * margin, drawn.height + 2 * margin];
      const [x, y, width, height] = box.map(Math.round) as [number, number, number, number];
      picture.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
      picture.setAttribute('width', String(width));
      picture.setAttribute('height', String(height));
      picture.setAttribute('data-source-sha256', sha256);
      picture.removeAttribute('style');
      const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      const edge = { x, y, width, height };
      for (const [key, value] of Object.entries(edge)) sheet.setAttribute(key, String(value));
      sheet.setAttribute('rx', '10');
      sheet.setAttribute('style', `fill: ${background}; stroke: ${frame}; stroke-width: 1px`);
      picture.prepend(sheet);
      return `${new XMLSerializer().serializeToString(picture)}\n`;
    },
    { ...diagram, config: DIAGRAM_CONFIG, margin: MARGIN, background: BACKGROUND, frame: FRAME },
  );
}
