/** Owners who belong to another account, and the account that they belong to. */
export const membersEn = {
  members: {
    title: "Members",
    since: "since {{date}}",
    about: "Their orders and their money are on this account.",
    belongsTo: "Belongs to",
    belongs: "Since {{date}}, new orders and money go to that account. Below is what came before.",
    takeOutNamed: "Remove: {{name}}",
    target: {
      title: "Whom do they belong to?",
      search: "Find the customer or the company",
      hint: "Name, company, e-mail or order; or the name of a new company",
      none: "No customer and no company is called so.",
      company: "company",
      newCompany: "a new company, named so by this",
    },
    brought: {
      orders_one: "Open of {{count}} order",
      orders_other: "Open of {{count}} orders",
      more: "and {{count}} more",
      credits: "Credits of orders that are not used",
      money: "Money on account",
      debts: "Owed without an order",
    },
    join: {
      menu: "Join with another account…",
      title: "Join {{name}} with another account",
      about:
        "What is open and the money on account goes there in every currency, and so does all that comes later. What is settled stays. They can be removed again.",
      act: "Join with {{name}}",
      actNone: "Join",
      done: "{{name}} belongs to {{to}} now",
      needsTarget: "Choose first whom they belong to.",
      nothing: "Nothing is open: only what comes from now on goes there.",
    },
    takeOut: {
      action: "Remove…",
      leave: "Remove from that account…",
      title: "Remove {{name}} from {{from}}",
      about:
        "What their orders have open, and what is left of the money that came by joining, goes back to an account of their own. What is settled stays here.",
      act: "Remove {{name}}",
      done: "{{name}} no longer belongs to {{from}}",
      nothing: "Nothing goes back: nothing of theirs is open.",
    },
  },
}

export type MembersWords = typeof membersEn
