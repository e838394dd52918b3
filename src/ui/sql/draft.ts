/** The text in the editor, kept while other views are shown. Nothing draws from it. */
export class Draft {
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  keep(text: string): void {
    this.text = text;
  }
}
