import type { MembersWords } from "../en/members"

/** Owners who belong to another account, and the account that they belong to. */
export const membersFr: MembersWords = {
  members: {
    title: "Membres",
    since: "depuis le {{date}}",
    about: "Leurs commandes et leur argent sont sur ce compte.",
    belongsTo: "Rattaché à",
    belongs:
      "Depuis le {{date}}, ses nouvelles commandes et son argent vont sur ce compte-là. Ci-dessous, ce qui est venu avant.",
    takeOutNamed: "Retirer : {{name}}",
    target: {
      title: "À qui le rattacher ?",
      search: "Chercher le client ou l’entreprise",
      hint: "Nom, société, e-mail ou commande ; ou le nom d’une nouvelle entreprise",
      none: "Aucun client et aucune entreprise ne s’appelle ainsi.",
      company: "entreprise",
      newCompany: "une nouvelle entreprise, ainsi nommée",
    },
    brought: {
      orders_one: "Ouvert de {{count}} commande",
      orders_other: "Ouvert de {{count}} commandes",
      more: "et {{count}} de plus",
      credits: "Avoirs de commandes non utilisés",
      money: "Argent sur le compte",
      debts: "Dû sans commande",
    },
    join: {
      menu: "Rattacher à un autre compte…",
      title: "Rattacher {{name}} à un autre compte",
      about:
        "Ce qui est ouvert et l’argent sur le compte y passent dans chaque devise, ainsi que tout ce qui vient ensuite. Ce qui est soldé reste. On peut l’en retirer.",
      act: "Rattacher à {{name}}",
      actNone: "Rattacher",
      done: "{{name}} est désormais sur le compte {{to}}",
      needsTarget: "Choisissez d’abord à qui le rattacher.",
      nothing: "Rien n’est ouvert : seul ce qui vient désormais y passe.",
    },
    takeOut: {
      action: "Retirer…",
      leave: "Retirer de ce compte-là…",
      title: "Retirer {{name}} du compte {{from}}",
      about:
        "Ce que ses commandes ont d’ouvert, et ce qui reste de l’argent venu par le rattachement, retourne sur un compte à lui. Ce qui est soldé reste ici.",
      act: "Retirer {{name}}",
      done: "{{name}} n’est plus sur le compte {{from}}",
      nothing: "Rien ne retourne : rien de lui n’est ouvert.",
    },
  },
}
