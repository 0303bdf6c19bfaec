/** Notes on transactions, and marks that they are to be checked. */
export const notesEn = {
  notes: {
    title: "Notes",
    none: "There is no note yet.",
    noText: "Marked without a note",
    mark: "Mark",
    toCheck: "To check",
    sign: "To check: {{text}}",
    signBare: "Marked to be checked",
    signNotes_one: "{{count}} note: {{text}}",
    signNotes_other: "{{count}} notes, the newest: {{text}}",
    of: "Notes on {{name}} of {{owner}}",
    by: "Written: {{who}}, {{when}}",
    checkedBy: "Checked: {{who}}, {{when}}",
    takenBackBy: "Taken back: {{who}}, {{when}}",
    takeBack: "Take back",
    takeBackThis: "Take back this note: {{who}}, {{when}}",
    menu: "More about {{name}} of {{owner}}",
    acts: "More",
    markAct: "Mark to check…",
    addAct: "Add a note…",
    checkAct: "Checked",
    dialog: {
      mark: "Mark to check",
      add: "Add a note",
      aboutMark:
        "{{name}} of {{owner}} is listed among what is to be checked until somebody says that it is.",
      aboutAdd:
        "On {{name}} of {{owner}}. Who writes it and when is kept; it can be taken back, not changed.",
      note: "Note",
      why: "What is to be checked (may be left out)",
      left: "{{count}} characters left",
      tooLong: "{{count}} characters too many",
      save: "Save the note",
      cancel: "Cancel",
    },
    marked: "{{name}} is marked to be checked",
    added: "Note saved",
    checked: "{{name}} is checked",
    takenBack: "Note taken back",
    failed: "Nothing was changed",
  },
}

export type NotesWords = typeof notesEn
