/**
 * In the page: what a person would see as broken, one sentence each. Controls that lie over each
 * other or beyond the window's sides, cards that overlap, words that are cut off without a mark,
 * a ground of the other theme.
 */
export function layoutTroubles(scheme: 'light' | 'dark'): string[] {
  const troubles: string[] = [];
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '')
      .trim()
      .replace(/\s+/g, ' ')
      .slice(0, 60);
  const seen = <E extends Element>(selector: string): E[] =>
    [...document.querySelectorAll<E>(selector)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        element.closest('.visually-hidden') === null &&
        element.getBoundingClientRect().width > 1,
    );

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth)
    troubles.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);

  for (const control of seen<HTMLElement>('button, a[href], summary, select, input')) {
    const { left, top, width, height } = control.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    const hit = document.elementFromPoint(x, y);
    const other = hit?.closest('button, a[href], summary, select, input');
    const isOther = other && other !== control && !control.contains(other) && !other.contains(control);
    // What stands still over what scrolls, as a bar does, covers it for a moment only.
    const isFixed = other?.closest('header, .notices, .toast-place, .tour, thead') ?? false;
    if (isOther && (!isFixed || control.closest('header'))) {
      troubles.push(`${nameOf(control)} is covered by ${nameOf(other)}`);
    }
  }

  const cards = seen<HTMLElement>('.card').filter((card) => card.parentElement?.closest('.card') === null);
  cards.forEach((card, index) => {
    const one = card.getBoundingClientRect();
    for (const other of cards.slice(index + 1)) {
      const two = other.getBoundingClientRect();
      const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
      const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
      if (across > 1 && down > 1) troubles.push(`the cards ${nameOf(card)} and ${nameOf(other)} overlap`);
    }
  });

  for (const words of seen<HTMLElement>(
    'h1, h2, h3, .button, .card-note, .view-link, .figure-value, dt, dd',
  )) {
    const { overflowX, textOverflow } = getComputedStyle(words);
    const isCut = words.scrollWidth > words.clientWidth + 1 && words.clientWidth > 0;
    if (isCut && overflowX !== 'visible' && overflowX !== 'auto' && textOverflow !== 'ellipsis') {
      troubles.push(`${nameOf(words)} is cut off`);
    }
  }

  const channels = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? [];
  const isLight = channels.slice(0, 3).reduce((sum, each) => sum + Number(each), 0) > 384;
  if (isLight !== (scheme === 'light'))
    troubles.push(`the ground is that of the other theme: ${channels.join()}`);
  return troubles;
}
