// Edits over a break of lines: made on the text, for a browser that joins two lines itself writes
// what the second one looks like into a `style`, which a strict policy forbids and complains of.

import { EditorView } from "@codemirror/view";

/** What makes a new line, where the event has no text. */
const BREAKS = ["insertParagraph", "insertLineBreak"];

/** Typing, deleting, dictating over several lines: no browser edits what it shows of them. */
export const acrossLines = EditorView.domEventHandlers({
  beforeinput(event, view) {
    // What is composed cannot be held back; the editor joins the lines when a composition begins.
    if (view.state.readOnly || !event.cancelable || event.isComposing) return false;
    if (!/^(insert|delete)/.test(event.inputType)) return false;
    const over = reach(event, view.state);
    if (!over) return false;
    replace(view, over, told(event, view.state.lineBreak));
    return true;
  },
});

/**
 * Return what an event is about to replace, where that is a break of lines at least.
 * @param {InputEvent} event
 * @param {import("@codemirror/state").EditorState} state
 */
function reach({ inputType }, { doc, selection }) {
  // Of a long selection the page holds no more than can be seen; in a shadow tree events name no place.
  const { from, to, empty } = selection.main;
  const line = doc.lineAt(from);
  if (!empty) return line.to < to ? { from, to } : null;
  if (/^delete.*Backward$/.test(inputType) && from === line.from && from > 0) return { from: from - 1, to };
  if (/^delete.*Forward$/.test(inputType) && to === line.to && to < doc.length) return { from, to: to + 1 };
  return null;
}

/**
 * Return the text that an event brings.
 * @param {InputEvent} event
 * @param {string} lineBreak
 */
function told(event, lineBreak) {
  if (BREAKS.includes(event.inputType)) return lineBreak;
  return event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
}

/**
 * @param {EditorView} view
 * @param {{from: number, to: number}} over
 * @param {string} words
 */
function replace(view, { from, to }, words) {
  const insert = view.state.toText(words);
  const made = () =>
    view.state.update({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      scrollIntoView: true,
      userEvent: words ? "input.type" : "delete",
    });
  // Such as a bracket that is typed over what is then put in brackets.
  const isTaken = Boolean(words) && view.state.facet(EditorView.inputHandler).some((takes) => takes(view, from, to, words, made));
  if (!isTaken) view.dispatch(made());
}
