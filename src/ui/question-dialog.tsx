import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import './dialog-frame.css';

interface QuestionDialogProps {
  /** The class of the dialog, and the start of its title's id. */
  name: string;
  title: string;
  /** Gives the focus to the title; else the first field has it. */
  focusTitle?: boolean;
  /** Called when the person confirms with a button or a key. */
  onConfirm: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** The frame of a question that must be answered or left: Escape leaves it, Enter confirms. */
export function QuestionDialog(props: QuestionDialogProps) {
  const { name, title, focusTitle = false, onConfirm, onCancel, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    if (focusTitle) heading.current?.focus();
  }, [focusTitle]);
  return (
    <dialog
      ref={dialog}
      className={`dialog-frame ${name}`}
      aria-labelledby={`${name}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <h2
          ref={heading}
          {...(focusTitle ? { tabIndex: -1 } : {})}
          id={`${name}-title`}
          className="card-title"
        >
          {title}
        </h2>
        {children}
      </form>
    </dialog>
  );
}
