import { fetchContent } from 'virtual:shipped/statements';

/** The first script: the SQL texts are a file of their own, and the page's modules need them at once. */
fetchContent()
  .then(() => import('./main'))
  .catch((cause: unknown) => {
    reportError(cause);
    const sentence = document.createElement('p');
    sentence.setAttribute('role', 'alert');
    sentence.textContent =
      'Meterfold did not arrive whole, so it cannot start. Check the connection and load the page again.';
    document.getElementById('root')?.replaceChildren(sentence);
  });
