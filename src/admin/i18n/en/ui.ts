/** The parts that every page is made of. */
export const uiEn = {
  effects: {
    what: "What changes",
    now: "Now",
    afterwards: "Afterwards",
    none: "Nothing changes.",
    stays: "stays",
  },
  readOnly: {
    badge: "Read only",
    more: "You may look at everything. An administrator of the store can give you more.",
  },
  conflict: {
    title: "{{name}} saved this while you were editing",
    kept_zero: "{{when}}. Nothing of yours is lost: you changed other amounts, and both are kept.",
    kept_one: "{{when}}. Nothing of yours is lost: decide the one amount you both changed.",
    kept_other: "{{when}}. Nothing of yours is lost: decide the {{count}} amounts you both changed.",
    amount: "Amount",
    before: "Before",
    mine: "You",
    keep: "Keep",
    agree: "You agree",
    theirsStays: "theirs stays",
    mineStays: "only you changed it",
    keepMine: "Mine",
    keepTheirs: "Theirs",
    keepOf: "{{amount}}: whose amount is kept",
    discard: "Discard mine, load what is saved",
    edit: "Keep editing",
    save: "Save merged",
  },
  leave: {
    title: "Leave without saving?",
    text_one: "{{count}} changed amount ({{amount}}) is not saved. It stays in this tab until you close it.",
    text_other:
      "{{count}} changed amounts ({{amount}}) are not saved. They stay in this tab until you close it.",
    typed_one: "{{count}} row is typed and not recorded. It is gone when you leave.",
    typed_other: "{{count}} rows are typed and not recorded. They are gone when you leave.",
    stay: "Stay",
    go: "Leave without saving",
    save: "Stay and save",
  },
  shortcuts: {
    title: "Keyboard",
    or: "or",
    close: "Close",
    caps: {
      Enter: "Enter",
      Space: "Space",
      Shift: "Shift",
      Esc: "Esc",
      Home: "Home",
      End: "End",
      Del: "Del",
      PgUp: "PgUp",
      PgDn: "PgDn",
    },
  },
  progress: {
    of: "{{done}} of {{total}} {{things}}",
    left_one: "about {{count}} second left",
    left_other: "about {{count}} seconds left",
    percent: "{{percent}}%",
  },
}

export type UiWords = typeof uiEn
