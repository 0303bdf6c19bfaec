import type { UiWords } from "../en/ui"

export const uiFr: UiWords = {
  effects: {
    what: "Ce qui change",
    now: "Maintenant",
    afterwards: "Ensuite",
    none: "Rien ne change.",
    stays: "reste",
  },
  noRight: {
    title: "Vous pouvez consulter",
    change: "Modifier ceci demande le droit « {{right}} ».",
    look: "Voir ceci demande le droit « {{right}} ».",
    ask: "Un administrateur de la boutique peut vous le donner.",
    needs: "Demande le droit « {{right}} »",
  },
  rights: {
    view: "consulter",
    manage: "gérer",
    write_off: "passer en écart",
    run: "lancer",
    delete: "supprimer",
    report: "voir les états",
    close: "clôturer",
    export: "exporter",
  },
  conflict: {
    title: "{{name}} a enregistré pendant votre saisie",
    kept_one:
      "{{when}}. Rien de votre travail n’est perdu : décidez du montant que vous avez tous deux modifié.",
    kept_other:
      "{{when}}. Rien de votre travail n’est perdu : décidez des {{count}} montants que vous avez tous deux modifiés.",
    amount: "Montant",
    before: "Avant",
    mine: "Vous",
    keep: "Garder",
    agree: "Vous êtes d’accord",
    theirsStays: "le sien reste",
    mineStays: "vous seul l’avez modifié",
    keepMine: "Le mien",
    keepTheirs: "Le sien",
    keepOf: "{{amount}} : quel montant est gardé",
    discard: "Abandonner les miens",
    edit: "Continuer la saisie",
    save: "Enregistrer la fusion",
  },
  leave: {
    title: "Quitter sans enregistrer ?",
    text_one:
      "{{count}} montant modifié ({{amount}}) n’est pas enregistré. Il reste dans cet onglet jusqu’à sa fermeture.",
    text_other:
      "{{count}} montants modifiés ({{amount}}) ne sont pas enregistrés. Ils restent dans cet onglet jusqu’à sa fermeture.",
    typed_one: "{{count}} ligne est saisie et pas enregistrée. Elle est perdue si vous quittez.",
    typed_other: "{{count}} lignes sont saisies et pas enregistrées. Elles sont perdues si vous quittez.",
    stay: "Rester",
    go: "Quitter sans enregistrer",
    save: "Rester et enregistrer",
  },
  shortcuts: {
    title: "Clavier",
    or: "ou",
    close: "Fermer",
  },
  progress: {
    of: "{{done}} sur {{total}} {{things}}",
    left_one: "encore {{count}} seconde environ",
    left_other: "encore {{count}} secondes environ",
    percent: "{{percent}} %",
  },
}
