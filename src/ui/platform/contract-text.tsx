import { Icon } from '../icon';
import { CodeBlock, headingId } from './page-body';

interface ContractTextProps {
  file: string;
  text: string;
}

/** A machine-readable contract as it lies in the repository, to read or to save. */
export function ContractText({ file, text }: ContractTextProps) {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return (
    <>
      <h1 className="doc-title" id={headingId(file, null)} tabIndex={-1}>
        {name}
      </h1>
      <p>
        The file itself, as machines read it; <a href="#platform/contracts">Data contracts</a> says what it is
        for.
      </p>
      <p className="not-in-print">
        <button type="button" className="button button-small" onClick={() => save(name, text)}>
          <Icon name="download" />
          Save this file
        </button>
      </p>
      <CodeBlock text={text} label={`Text of ${name}`} wraps />
    </>
  );
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
