import type { ReactNode } from 'react';
import type { MarkedToken, Token, Tokens } from 'marked';
import { Diagram } from './diagram';
import { inlineText, isComment } from './inline-text';
import { hashOf } from './platform-address';
import { pictureAddress } from './platform-pages';
import type { PageSection, PlatformPage } from './platform-pages';
import { DocTable } from './doc-table';
import { ScrollBox } from './scroll-box';

/** The element id of a heading. Several pages may stand in the document at a time, for printing. */
export const headingId = (file: string, section: string | null): string =>
  section === null ? `doc:${file}` : `doc:${file}:${section}`;

/** A page's Markdown as elements, its title included. */
export function PageBody({ page }: { page: PlatformPage }) {
  const { file, tokens } = page;
  const remaining = [...page.sections];
  let section: PageSection | undefined;
  return tokens.map((token, index) => {
    if (token.type === 'heading' && (token as Tokens.Heading).depth > 1) section = remaining.shift();
    return <Block key={index} token={token} file={file} section={section} />;
  });
}

interface BlockProps {
  token: Token;
  file: string;
  /** The section that the block stands in, undefined before the first one. */
  section: PageSection | undefined;
}

function Block({ token: anyToken, file, section }: BlockProps): ReactNode {
  const token = anyToken as MarkedToken;
  const name = section?.title ?? 'page';
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return <Heading token={token} file={file} section={section} />;
    case 'paragraph':
      return <Paragraph token={token} file={file} />;
    case 'text':
      return inlineText(token.tokens ?? [token], file);
    case 'list':
      return <List token={token} file={file} section={section} />;
    case 'table':
      return <DocTable token={token} file={file} name={name} />;
    case 'code':
      return <CodeBlock text={token.text} label={`Code in: ${name}`} />;
    case 'blockquote':
      return <blockquote>{blocks(token.tokens, file, section)}</blockquote>;
    case 'hr':
      return <hr />;
    case 'html':
      return isComment(token.text) ? null : <p>{token.text}</p>;
    default:
      return inlineText([token], file);
  }
}

const blocks = (tokens: readonly Token[], file: string, section: PageSection | undefined): ReactNode =>
  tokens.map((token, index) => <Block key={index} token={token} file={file} section={section} />);

interface CodeBlockProps {
  text: string;
  label: string;
  /** Long lines go on below instead of scrolling inside the box. */
  wraps?: boolean;
}

/** Text in a fixed-width font that keeps its lines. */
export function CodeBlock({ text, label, wraps = false }: CodeBlockProps) {
  return (
    <ScrollBox className={wraps ? 'doc-code is-wrapping' : 'doc-code'} label={label}>
      <pre>
        <code>{text}</code>
      </pre>
    </ScrollBox>
  );
}

function Heading({ token, file, section }: BlockProps & { token: Tokens.Heading }) {
  const words = inlineText(token.tokens, file);
  if (token.depth === 1 || !section) {
    return (
      <h1 className="doc-title" id={headingId(file, null)} tabIndex={-1}>
        {words}
      </h1>
    );
  }
  const Level = token.depth === 2 ? 'h2' : token.depth === 3 ? 'h3' : 'h4';
  return (
    <div className={`doc-heading is-${Level}`}>
      <Level id={headingId(file, section.slug)} tabIndex={-1}>
        {words}
      </Level>
      <a
        className="doc-anchor"
        href={hashOf({ file, section: section.slug })}
        aria-label={`Address of the section ${section.title}`}
      >
        #
      </a>
    </div>
  );
}

function Paragraph({ token, file }: { token: Tokens.Paragraph; file: string }) {
  const [only, ...more] = token.tokens;
  if (only?.type === 'image' && more.length === 0) {
    const { href, text } = only as Tokens.Image;
    const address = pictureAddress(file, href);
    if (address) return <Diagram address={address} label={text} />;
  }
  return <p>{inlineText(token.tokens, file)}</p>;
}

function List({ token, file, section }: BlockProps & { token: Tokens.List }) {
  const items = token.items.map((item, index) => <li key={index}>{blocks(item.tokens, file, section)}</li>);
  return token.ordered ? <ol start={token.start === '' ? 1 : token.start}>{items}</ol> : <ul>{items}</ul>;
}
