import { useState } from 'react';
import { Icon } from '../icon';
import { hashOf } from './platform-address';
import type { PlatformAddress } from './platform-address';
import { platformDesign } from './platform-pages';
import type { PlatformPage } from './platform-pages';

interface PageListProps {
  address: PlatformAddress;
  /** The page that is shown, or that the shown file belongs to. */
  current: PlatformPage | undefined;
}

/** All pages in reading order, with the sections of the one that is shown; folded on a phone. */
export function PageList({ address, current }: PageListProps) {
  const [open, setOpen] = useState(false);
  const { pages } = platformDesign();
  const number = current ? pages.indexOf(current) + 1 : 0;
  return (
    <nav className={open ? 'page-list is-open' : 'page-list'} aria-label="Pages of the platform design">
      <button
        type="button"
        className="button page-list-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="clip">{current?.title ?? 'All pages'}</span>
        <span className="page-list-count">
          {number ? `${number} of ${pages.length}` : ''}
          <Icon name="chevron" />
        </span>
      </button>
      <ul className="page-list-body" onClick={() => setOpen(false)}>
        {pages.map((page) => (
          <li key={page.file} className={`page-list-item is-level-${page.level}`}>
            <a
              href={hashOf({ file: page.file, section: null })}
              aria-current={page.file === address.file ? 'page' : page === current ? 'true' : undefined}
            >
              {page.title}
            </a>
            {page === current && <Sections page={page} address={address} />}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Sections({ page, address }: { page: PlatformPage; address: PlatformAddress }) {
  const sections = page.sections.filter(({ depth }) => depth === 2);
  if (sections.length < 2) return null;
  return (
    <ul className="page-list-sections">
      {sections.map(({ slug, title }) => (
        <li key={slug}>
          <a
            href={hashOf({ file: page.file, section: slug })}
            aria-current={slug === address.section ? 'location' : undefined}
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
