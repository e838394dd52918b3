import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../diagrams/', import.meta.url));

/** How every diagram is drawn. A change here makes all rendered files stale. */
export const DIAGRAM_CONFIG = {
  startOnLoad: false,
  securityLevel: 'strict',
  deterministicIds: true,
  theme: 'base',
  htmlLabels: false,
  fontFamily: 'Arial, Helvetica, sans-serif',
  fontSize: 16,
  flowchart: {
    htmlLabels: false,
    curve: 'basis',
    nodeSpacing: 30,
    rankSpacing: 42,
    padding: 10,
    wrappingWidth: 460,
  },
  themeCSS:
    '.edgeLabel rect, .labelBkg { opacity: 1; } .cluster-label text, .cluster-label tspan { font-weight: bold !important; }',
  sequence: {
    actorFontSize: 16,
    messageFontSize: 15,
    noteFontSize: 15,
    mirrorActors: false,
    width: 110,
    actorMargin: 24,
  },
  themeVariables: {
    background: '#ffffff',
    primaryColor: '#eaf2fb',
    primaryBorderColor: '#3b6ea5',
    primaryTextColor: '#14202b',
    secondaryColor: '#fff3dc',
    secondaryBorderColor: '#b07a1a',
    tertiaryColor: '#f6f8fa',
    tertiaryBorderColor: '#b9c4cf',
    lineColor: '#51606e',
    textColor: '#14202b',
    clusterBkg: '#f6f8fa',
    clusterBorder: '#b9c4cf',
    edgeLabelBackground: '#ffffff',
    noteBkgColor: '#fff3dc',
    noteBorderColor: '#b07a1a',
    noteTextColor: '#14202b',
  },
} as const;

/** A diagram: Mermaid source, and the picture that stands beside it. */
export interface Diagram {
  name: string;
  sourcePath: string;
  picturePath: string;
  source: string;
  /** SHA-256 of source and configuration; the picture carries it. */
  sha256: string;
}

/** All diagrams, by name. */
export function readDiagrams(): Diagram[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.mmd'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.mmd$/, '');
      const source = readFileSync(`${FOLDER}${file}`, 'utf8');
      const sha256 = createHash('sha256').update(JSON.stringify(DIAGRAM_CONFIG)).update(source).digest('hex');
      return { name, sourcePath: `${FOLDER}${file}`, picturePath: `${FOLDER}${name}.svg`, source, sha256 };
    });
}

/** The hash that a rendered picture carries, or null. */
export function hashInPicture(svg: string): string | null {
  return /data-source-sha256="([0-9a-f]{64})"/.exec(svg)?.[1] ?? null;
}
