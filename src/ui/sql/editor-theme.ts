import { EditorView } from '@codemirror/view';

/** The editor in the page's own tokens; custom properties reach into the shadow root, classes do not. */
export const editorTheme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--surface)', fontSize: 'var(--text-s)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', minHeight: '148px', maxHeight: '44vh' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    color: 'var(--ink-2)',
    backgroundColor: 'var(--surface-2)',
    border: 'none',
    minHeight: '148px',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 12px' },
  '.cm-gutter-trouble': { width: '1.1em' },
  '.cm-trouble-sign': {
    display: 'block',
    width: '0.6em',
    height: '0.6em',
    margin: '0.5em auto 0',
    borderRadius: '50%',
    backgroundColor: 'var(--bad-ink)',
  },
  '.cm-placeholder': { color: 'var(--ink-2)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 22%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-wash)',
    outline: '1px solid var(--accent)',
  },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-s)',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow-2)',
    fontFamily: 'var(--font)',
    fontSize: 'var(--text-s)',
    maxWidth: 'min(440px, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '15em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--accent-ink)',
  },
  '.cm-completionDetail': { color: 'var(--ink-2)', fontStyle: 'normal', marginLeft: '1em' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionInfo': { padding: '6px 10px', maxWidth: '320px' },
  '.cm-trouble-text': { padding: '6px 10px', borderLeft: '4px solid var(--bad-ink)' },
  '.cm-trouble': {
    backgroundColor: 'var(--bad-wash)',
    borderBottom: '2px solid var(--bad-ink)',
  },
  '.tok-keyword': { color: 'var(--accent)', fontWeight: '600' },
  '.tok-typeName, .tok-bool, .tok-null': { color: 'var(--accent)' },
  '.tok-string, .tok-string2': { color: 'var(--good-ink)' },
  '.tok-number': { color: 'var(--later-ink)' },
  '.tok-comment': { color: 'var(--ink-2)', fontStyle: 'italic' },
});
