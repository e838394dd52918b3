import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { knownZones, matchingZones, typedZone } from './zone-search';

const zones = knownZones();

interface ZonePickerProps {
  zone: string;
  disabled: boolean;
  onChoose: (zone: string) => void;
}

/** A combobox of IANA zones. Any typed name is passed on: whether it is known is not decided here. */
export function ZonePicker({ zone, disabled, onChoose }: ZonePickerProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const open = typed !== null;
  const options = open ? matchingZones(zones, typed === zone ? '' : typed) : [];

  const close = () => {
    setTyped(null);
    setActive(-1);
  };
  const choose = (choice: string) => {
    close();
    if (choice && choice !== zone) onChoose(choice);
  };
  const move = (step: number) => {
    if (!open) setTyped(zone);
    else if (options.length) setActive((active + step + options.length) % options.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') choose(options[active] ?? typedZone(zones, typed ?? zone));
    else if (event.key === 'Escape') close();
  };

  return (
    <div className="zone">
      <label className="field-label" htmlFor={id}>
        Time zone
      </label>
      <input
        id={id}
        className="field"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(options[active] ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        autoComplete="off"
        spellCheck={false}
        readOnly={disabled}
        aria-disabled={disabled}
        value={typed ?? zone}
        onFocus={(event) => event.target.select()}
        onClick={() => setTyped(typed ?? zone)}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <ZoneList id={id} zone={zone} options={options} active={active} onChoose={choose} />
    </div>
  );
}

interface ZoneListProps {
  id: string;
  zone: string;
  options: readonly string[];
  active: number;
  onChoose: (zone: string) => void;
}

function scrollIntoList(option: HTMLLIElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

/** Scrolls the list alone, so that opening it leaves the page where it is. */
function centreInList(option: HTMLLIElement | null): void {
  const list = option?.parentElement;
  if (option && list) list.scrollTop = option.offsetTop - (list.clientHeight - option.offsetHeight) / 2;
}

function ZoneList({ id, zone, options, active, onChoose }: ZoneListProps) {
  const refOf = (option: string, index: number) => {
    if (index === active) return scrollIntoList;
    return option === zone ? centreInList : undefined;
  };
  return (
    <ul
      id={`${id}-list`}
      className="zone-list"
      role="listbox"
      aria-label="Time zones"
      hidden={!options.length}
    >
      {options.map((option, index) => (
        <li
          key={option}
          id={`${id}-${index}`}
          role="option"
          aria-selected={option === zone}
          className={index === active ? 'zone-option is-active' : 'zone-option'}
          ref={refOf(option, index)}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          {option.replaceAll('_', ' ')}
        </li>
      ))}
    </ul>
  );
}
