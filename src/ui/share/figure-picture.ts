import { version } from '../../../package.json';
import type { FigureSource } from './figure-source';

interface PictureOrder {
  ground: 'light' | 'dark';
  title: string;
  source: FigureSource;
}

const SVG = 'http://www.w3.org/2000/svg';
const SIDE = 24;
const HEAD = 66;
const FOOT = 40;
/** Parts of a card that belong to the page and not to the picture. */
const NOT_OF_THE_PICTURE =
  '.card-head, .visually-hidden, .icon, .brush, .menu, .reader, .tooltip, .timeline-hint, button, select, label, [hidden]';
/** What of a computed style an SVG can say by itself. */
const STYLES = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap',
  'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor',
  'dominant-baseline', 'paint-order', 'shape-rendering', 'mix-blend-mode', 'display',
] as const; // prettier-ignore

/**
 * The picture in a card as one SVG that needs nothing else: title, note, every drawing and every
 * word of its legend where the page has them, and at the foot where the data comes from.
 */
export function figurePicture(card: HTMLElement, order: PictureOrder): SVGSVGElement {
  card.dataset['ground'] = order.ground;
  try {
    return composed(card, order);
  } finally {
    delete card.dataset['ground'];
  }
}

function composed(card: HTMLElement, { title, source }: PictureOrder): SVGSVGElement {
  const drawings = [...card.querySelectorAll('svg')].filter(isOfThePicture);
  const words = wordsIn(card);
  const area = unionOf([
    ...drawings.map((svg) => svg.getBoundingClientRect()),
    ...words.map(({ box }) => box),
  ]);
  const [width, height] = [area.width + 2 * SIDE, HEAD + area.height + FOOT];
  const root = element('svg', {
    xmlns: SVG,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  }) as SVGSVGElement;
  const style = getComputedStyle(card);
  const ink2 = getComputedStyle(card.querySelector('.card-note') ?? card).color;
  const text = (content: string, y: number, size: number, fill: string, weight = '400') => {
    const line = element('text', { x: SIDE, y, fill, 'font-size': size, 'font-weight': weight });
    line.setAttribute('font-family', style.fontFamily);
    line.textContent = content;
    return line;
  };
  const note = card.querySelector('.card-note')?.textContent ?? '';
  root.append(
    element('rect', { width, height, fill: style.backgroundColor }),
    patternsOf(card),
    text(`${source.subject}: ${title}`, 30, 18, style.color, '650'),
    text(cut(note, width), 52, 13, ink2),
    text(cut(`${source.files}, ${source.zone}. Meterfold ${version}`, width), height - 14, 12, ink2),
  );
  const picture = element('g', { transform: `translate(${SIDE - area.left} ${HEAD - area.top})` });
  picture.append(...rampsIn(card));
  for (const drawing of drawings) picture.append(standingAlone(drawing));
  for (const { content, box, style: of } of words) {
    const { color, fontFamily, fontSize, fontWeight } = of;
    const word = element('text', { x: box.left, y: box.top + box.height / 2, fill: color });
    word.setAttribute('dominant-baseline', 'central');
    word.setAttribute('font-family', fontFamily);
    word.setAttribute('font-size', fontSize);
    word.setAttribute('font-weight', fontWeight);
    word.textContent = content;
    picture.append(word);
  }
  root.append(picture);
  return root;
}

const isOfThePicture = (part: Element): boolean => {
  const { width, height } = part.getBoundingClientRect();
  return width > 0 && height > 0 && !part.closest(NOT_OF_THE_PICTURE);
};

/** A line of text is about half as wide as its size for each character. */
const cut = (text: string, width: number): string => {
  const most = Math.floor((width - 2 * SIDE) / 6.2);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
};

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns') made.setAttribute(key, String(value));
  }
  return made;
}

/** A drawing of the page at its place in the window, with every style written into it. */
function standingAlone(drawing: SVGSVGElement): SVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [from, to] = [
    [drawing, ...drawing.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  from.forEach((original, index) => inlineStyle(original, to[index]!));
  const { left, top, width, height } = drawing.getBoundingClientRect();
  for (const [name, value] of Object.entries({ x: left, y: top, width, height })) {
    copy.setAttribute(name, String(value));
  }
  copy.setAttribute('overflow', 'visible');
  return copy;
}

function inlineStyle(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  copy.removeAttribute('class');
  copy.removeAttribute('style');
  copy.removeAttribute('aria-hidden');
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    const isSaid = value && value !== 'none' && value !== 'normal' && value !== 'auto';
    if (isSaid) copy.setAttribute(name, plainColour(value));
    else if (value === 'none' && /^(fill|stroke|display)$/.test(name)) copy.setAttribute(name, 'none');
    else copy.removeAttribute(name);
  }
}

const plainColours = new Map<string, string>();

/** Mixed colours as red, green and blue, which every program that opens an SVG knows. */
function plainColour(value: string): string {
  if (!/^(oklab|oklch|lab|lch|color)\(/.test(value)) return value;
  const known = plainColours.get(value);
  if (known) return known;
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const parts = [...context.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
  const plain = `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  plainColours.set(value, plain);
  return plain;
}

/** The hatchings that drawings point at, coloured for this card. */
function patternsOf(card: HTMLElement): SVGElement {
  const definitions = element('defs', {});
  for (const pattern of document.querySelectorAll('.definitions pattern')) {
    const probe = pattern.closest('svg')!.cloneNode(true) as SVGSVGElement;
    card.append(probe);
    const original = probe.querySelector(`#${CSS.escape(pattern.id)}`);
    if (original) {
      const copy = original.cloneNode(true) as Element;
      const [from, to] = [[...original.querySelectorAll('*')], [...copy.querySelectorAll('*')]];
      from.forEach((part, index) => inlineStyle(part, to[index]!));
      definitions.append(copy);
    }
    probe.remove();
  }
  return definitions;
}

const COLOUR = /(rgba?|color|oklab|oklch)\([^)]*\)/g;

/** Colour scales, which the page paints as gradients from left to right, and plain swatches. */
function rampsIn(card: HTMLElement): SVGElement[] {
  const leaves = [...card.querySelectorAll<HTMLElement>('span, div')].filter(
    (part) => part.childNodes.length === 0 && isOfThePicture(part),
  );
  return leaves.flatMap((part, index) => {
    const { backgroundImage, backgroundColor } = getComputedStyle(part);
    const { left: x, top: y, width, height } = part.getBoundingClientRect();
    const colours = backgroundImage.startsWith('linear-gradient') ? backgroundImage.match(COLOUR) : null;
    if (!colours || colours.length < 2) {
      const isPlain = !/, 0\)$/.test(backgroundColor);
      return isPlain
        ? [element('rect', { x, y, width, height, rx: 3, fill: plainColour(backgroundColor) })]
        : [];
    }
    const ramp = element('linearGradient', { id: `ramp-${index}` });
    colours.forEach((colour, at) =>
      ramp.append(element('stop', { offset: at / (colours.length - 1), 'stop-color': plainColour(colour) })),
    );
    return [ramp, element('rect', { x, y, width, height, rx: 3, fill: `url(#ramp-${index})` })];
  });
}

interface Words {
  content: string;
  box: DOMRect;
  style: CSSStyleDeclaration;
}

/** The text of legends and small titles, line by line as the page has broken it. */
function wordsIn(card: HTMLElement): Words[] {
  const found: Words[] = [];
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim() || parent.closest('svg')) continue;
    if (parent.closest(NOT_OF_THE_PICTURE)) continue;
    found.push(...linesOf(node, getComputedStyle(parent)));
  }
  return found;
}

function linesOf(node: Node, style: CSSStyleDeclaration): Words[] {
  const lines: Words[] = [];
  const range = document.createRange();
  const text = node.textContent ?? '';
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 2) last.content += ` ${word}`;
    else lines.push({ content: word, box, style });
  }
  return lines;
}

function unionOf(boxes: readonly DOMRect[]): DOMRect {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}
