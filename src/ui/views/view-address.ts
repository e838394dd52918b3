import { POLICY_NAMES } from '../../domain/policy-text';

/** The views that show the open data. The platform design is not one of them: it needs no data. */
export const VIEWS = ['explore', 'meters', 'quality', 'sql'] as const;
export type View = (typeof VIEWS)[number];

/**
 * What the views keep in the address, beside the policies: settings and places, never data. All views
 * share the names, so that going from one to another keeps what both know; add yours here.
 */
const SETTINGS = [
  /** The series on show, as `seriesAddress` writes it; absent for the first one. */
  'meter',
  /** The period on show in local time, `from` included and `to` excluded; absent for all of it. */
  'from',
  'to',
  /** The year of the heat map, where it shows one of several. */
  'year',
  /** `1` while the report of the meter is shown instead of its pictures. */
  'report',
  /** A second series laid over the first, as `seriesAddress` writes it. */
  'with',
  /** A second period laid over the first: by how much it is moved. */
  'shift',
  /** `difference` where the heat map and the calendar show one side less the other. */
  'compare-as',
  /** The country whose holidays are marked, or `zone` for that of the zone; absent for none. */
  'holidays',
  /** `weekend` where they count as weekend days. */
  'holidays-as',
  /** `off` while clock changes, gaps and findings are not marked. */
  'marks',
  /** The meter table: what is searched for, the filters, `yes` for only those with findings, and the order. */
  'find',
  'of-fuel',
  'of-channel',
  'of-client',
  'flagged',
  'sort',
] as const;

export type ParameterName = (typeof SETTINGS)[number] | (typeof POLICY_NAMES)[number];
export type ViewParameters = Readonly<Partial<Record<ParameterName, string>>>;

/** Everything an address says. */
export interface ViewState {
  view: View;
  parameters: ViewParameters;
}

const NAMES: readonly ParameterName[] = [...SETTINGS, ...POLICY_NAMES];
/** Longer values are cut off from addresses: nobody wrote them here. */
const LONGEST_VALUE = 2000;

/**
 * What a hash says: `#quality`, or `#explore?from=…&meter=…`. An empty hash is Explore. Null when the
 * hash names something else: the platform design, or a place in the page. Unknown names are left out.
 */
export function viewStateOf(hash: string): ViewState | null {
  const [path = '', query = ''] = splitOnce(hash.replace(/^#/, ''), '?');
  const name = path.replace(/\/$/, '');
  const view = name === '' ? 'explore' : VIEWS.find((each) => each === name);
  return view ? { view, parameters: parametersOf(query) } : null;
}

/** The hash of a state; `viewStateOf` reads it back. */
export function addressOf({ view, parameters }: ViewState): string {
  const said = NAMES.flatMap((name) => {
    const value = parameters[name];
    return value === undefined ? [] : [`${name}=${encoded(value)}`];
  });
  if (said.length) return `#${view}?${said.join('&')}`;
  return view === 'explore' ? '#' : `#${view}`;
}

function parametersOf(query: string): ViewParameters {
  const parameters: Partial<Record<ParameterName, string>> = {};
  for (const part of query.split('&')) {
    const [name, text] = splitOnce(part, '=');
    const known = NAMES.find((each) => each === name);
    const value = text === undefined ? undefined : decoded(text);
    if (known && value && value.length <= LONGEST_VALUE) parameters[known] = value;
  }
  return parameters;
}

const splitOnce = (text: string, at: string): [string, string?] => {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
};

/** Percent-encoded, but for the marks that are safe in a hash and read better as they are. */
const encoded = (value: string): string =>
  encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/%(2F|3A|2C)/g, decodeURIComponent);

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
