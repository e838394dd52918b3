import type { ReactNode } from 'react';
import type { MarkedToken, Token } from 'marked';
import { hashOf, linkTarget } from './platform-address';
import { pictureAddress, platformDesign } from './platform-pages';

/** Words, marks and links of a page as elements. Text only ever becomes text: HTML in it is shown, not obeyed. */
export function inlineText(tokens: readonly Token[] | undefined, file: string): ReactNode {
  return (tokens as MarkedToken[] | undefined)?.map((token, index) => (
    <Inline key={index} token={token} file={file} />
  ));
}

function Inline({ token, file }: { token: MarkedToken; file: string }): ReactNode {
  switch (token.type) {
    case 'text':
      return 'tokens' in token && token.tokens ? inlineText(token.tokens, file) : token.text;
    case 'escape':
      return token.text;
    case 'strong':
      return <strong>{inlineText(token.tokens, file)}</strong>;
    case 'em':
      return <em>{inlineText(token.tokens, file)}</em>;
    case 'del':
      return <del>{inlineText(token.tokens, file)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ ';
    case 'link':
      return (
        <PageLink file={file} href={token.href}>
          {inlineText(token.tokens, file)}
        </PageLink>
      );
    case 'image': {
      const address = pictureAddress(file, token.href);
      return address ? <img className="doc-inline-picture" src={address} alt={token.text} /> : token.text;
    }
    case 'html':
      return isComment(token.text) ? null : token.text;
    default:
      return token.raw;
  }
}

/** Whether a piece of HTML is a comment, which a reader does not see. */
export const isComment = (html: string): boolean => html.trimStart().startsWith('<!--');

function PageLink({ file, href, children }: { file: string; href: string; children: ReactNode }) {
  const target = linkTarget(file, href, platformDesign().shownFiles);
  if (target.kind === 'inside') return <a href={hashOf(target.address)}>{children}</a>;
  if (target.kind === 'outside') {
    return (
      <a href={target.href} target="_blank" rel="noopener noreferrer">
        {children}
        <span className="visually-hidden"> (another site, in a new tab)</span>
      </a>
    );
  }
  return (
    <span>
      {children} (<code>{target.name}</code>)
    </span>
  );
}
