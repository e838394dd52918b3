import { useEffect, useRef, useState } from 'react';
import { Icon } from '../icon';
import { viewStore } from '../views/view-history';
import { ContractText } from './contract-text';
import { PageBody, headingId } from './page-body';
import { PageList } from './page-list';
import { hashOf } from './platform-address';
import type { PlatformAddress } from './platform-address';
import { platformDesign } from './platform-pages';
import type { PlatformPage } from './platform-pages';
import { picturesIn, useReadingPlace } from './use-reading-place';
import './platform.css';
import './document.css';

export interface PlatformViewProps {
  address: PlatformAddress;
  /** The name of what is open in the page behind, null while nothing is. */
  subject: string | null;
}

/** The platform design: the pages of `docs/platform` with their diagrams and contracts, to read and to print. */
export function PlatformView({ address, subject }: PlatformViewProps) {
  const { file } = address;
  const article = useRef<HTMLElement>(null);
  const onClick = useReadingPlace(address, article);
  const { pages, texts } = platformDesign();
  const page = pages.find((each) => each.file === file);
  const text = texts.get(file);
  const belongsTo =
    page ?? (text === undefined ? undefined : pages.find((each) => each.file === 'contracts.md'));
  const title = page?.title ?? (text === undefined ? 'No such page' : file.slice(file.lastIndexOf('/') + 1));
  useDocumentTitle(`${title} · Meterfold platform design`);

  return (
    <div className="platform" onClickCapture={onClick}>
      <Bar subject={subject} />
      <div className="platform-columns">
        <PageList address={address} current={belongsTo} />
        <div className="platform-main">
          <article className="card doc" ref={article}>
            {page && <PageBody key={file} page={page} />}
            {text !== undefined && <ContractText file={file} text={text} />}
            {!page && text === undefined && <NoSuchPage address={address} />}
          </article>
          {page && <Neighbours page={page} />}
        </div>
      </div>
    </div>
  );
}

function Bar({ subject }: { subject: string | null }) {
  const [printing, printAll] = usePrintAll();
  return (
    <>
      <div className="platform-bar">
        <a className="button button-quiet platform-back" href={viewStore.address()}>
          <Icon name="back" />
          <span className="clip">{subject === null ? 'Back to the start page' : `Back to ${subject}`}</span>
        </a>
        <span className="platform-print">
          <button type="button" className="button button-small" onClick={() => window.print()}>
            <Icon name="print" />
            Print this page
          </button>
          <button type="button" className="button button-small" aria-disabled={printing} onClick={printAll}>
            Print all pages
          </button>
        </span>
      </div>
      {printing && <AllPages />}
    </>
  );
}

/** Every page one after the other, for paper only. */
function AllPages() {
  return (
    <div className="all-pages" id="all-pages">
      {platformDesign().pages.map((page) => (
        <article key={page.file} className="doc">
          <PageBody page={page} />
        </article>
      ))}
    </div>
  );
}

/** Whether all pages are being printed, and what starts it: the dialog opens once every picture is there. */
function usePrintAll(): [boolean, () => void] {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return undefined;
    let gone = false;
    const done = () => setPrinting(false);
    window.addEventListener('afterprint', done);
    const pages = document.getElementById('all-pages');
    void (pages ? picturesIn(pages) : Promise.resolve()).then(() => {
      if (!gone) window.print();
    });
    return () => {
      gone = true;
      window.removeEventListener('afterprint', done);
    };
  }, [printing]);
  return [printing, () => setPrinting(true)];
}

function NoSuchPage({ address }: { address: PlatformAddress }) {
  return (
    <>
      <h1 className="doc-title" id={headingId(address.file, null)} tabIndex={-1}>
        There is no page of this name
      </h1>
      <p>
        The address asks for <code>{address.file}</code>. The list has every page there is;{' '}
        <a href="#platform">the design in two pages</a> is a good start.
      </p>
    </>
  );
}

function Neighbours({ page }: { page: PlatformPage }) {
  const { pages } = platformDesign();
  const at = pages.indexOf(page);
  const previous = pages[at - 1];
  const next = pages[at + 1];
  return (
    <nav className="neighbours" aria-label="Previous and next page">
      {previous && <Neighbour page={previous} word="Previous" />}
      {next && <Neighbour page={next} word="Next" />}
    </nav>
  );
}

function Neighbour({ page, word }: { page: PlatformPage; word: 'Previous' | 'Next' }) {
  return (
    <a className={`neighbour is-${word.toLowerCase()}`} href={hashOf({ file: page.file, section: null })}>
      <span className="neighbour-word">{word}</span>
      <span className="neighbour-title">{page.title}</span>
    </a>
  );
}

function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
