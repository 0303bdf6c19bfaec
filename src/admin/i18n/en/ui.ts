import type { Right } from "../../../types/rights"

/** The parts that every page is made of. */
export const uiEn = {
  effects: {
    what: "What changes",
    now: "Now",
    afterwards: "Afterwards",
    none: "Nothing changes.",
    stays: "stays",
  },
  noRight: {
    title: "You may look",
    change: "Changing this needs the right “{{right}}”.",
    look: "Seeing this needs the right “{{right}}”.",
    ask: "An administrator of the store can give it to you.",
    needs: "Needs the right “{{right}}”",
  },
  rights: {
    view: "view",
    manage: "manage",
    write_off: "write off",
    run: "run",
    delete: "delete",
    report: "report",
    close: "close",
    export: "export",
  } satisfies Record<Right, string>,
  conflict: {
    title: "{{name}} saved this while you were editing",
    kept_one: "{{when}}. Nothing of yours is lost: decide the one amount you both changed.",
    kept_other: "{{when}}. Nothing of yours is lost: decide the {{count}} amounts you both changed.",
    amount: "Amount",
    before: "Before",
    mine: "You",
    keep: "Keep",
    agree: "You agree",
    theirsStays: "theirs stays",
    keepMine: "Mine",
    keepTheirs: "Theirs",
    keepOf: "{{amount}}: whose amount is kept",
    discard: "Discard mine",
    edit: "Keep editing",
    save: "Save merged",
  },
  leave: {
    title_one: "Leave with 1 unsaved change?",
    title_other: "Leave with {{count}} unsaved changes?",
    text_one: "It is kept in this tab: come back and save it.",
    text_other: "They are kept in this tab: come back and save them.",
    stay: "Keep editing",
    go: "Leave",
  },
  shortcuts: {
    title: "Keyboard",
    or: "or",
    close: "Close",
  },
  progress: {
    of: "{{done}} of {{total}} {{things}}",
    left_one: "about {{count}} second left",
    left_other: "about {{count}} seconds left",
    percent: "{{percent}} %",
  },
}

export type UiWords = typeof uiEn
