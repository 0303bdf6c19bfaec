import type { MoneyWords } from "../en/money"

/** Acts on money: moving it, paying it back, recording it of an unknown owner, and taking each back. */
export const moneyFr: MoneyWords = {
  money: {
    thisAccount: "Ce compte",
    otherAccount: "Un autre compte",
    asBefore: "reste tel quel",
    reopens: "de nouveau ouvert",
    paidAgain: "de nouveau réglé",
    ofNoOrder: "Ce qu’aucune commande ne doit",
    nothingReopens: "Rien n’est de nouveau ouvert : l’argent ne réglait rien.",
    cascade: "Reprendre aussi ce qui en dépend",
    toAccount: "Déplacer vers un autre compte…",
    toCustomer: "Déplacer vers son client…",
    toCustomerNamed: "Déplacer {{amount}} vers son client : {{name}}",
    payBack: "Rembourser…",
    target: {
      title: "À qui est cet argent ?",
      search: "Chercher le client",
      none: "Aucun client et aucun compte dans cette devise ne correspond.",
      found_one: "{{count}} trouvé",
      found_other: "{{count}} trouvés",
      change: "Changer",
      nobody: "jusqu’à ce que l’on sache à qui il est",
      noAccount: "pas encore de compte dans cette devise : il s’ouvre avec cet argent",
      balance: "solde {{amount}}",
    },
    move: {
      title: "Déplacer {{name}}",
      about: "L’argent continue tel quel sur l’autre compte ; l’historique garde les deux.",
      act: "Déplacer {{amount}} vers {{name}}",
      actNone: "Déplacer",
      done: "{{amount}} déplacés vers {{name}}",
      needsTarget: "Choisissez d’abord à qui est l’argent.",
      needsAmount: "Écrivez combien en est déplacé.",
      release: "Libérer ce qu’il règle",
      releaseAll: "Tout règle quelque chose. Ce qu’il règle est de nouveau ouvert.",
      releaseSome:
        "{{open}} ne règlent rien et partent d’abord. Ce que règle le reste est de nouveau ouvert.",
    },
    paidBack: {
      title: "Rembourser {{name}}",
      about: "{{amount}} ne règlent rien et peuvent être remboursés.",
      way: "Comment il est rendu",
      ways: { byHand: "À la main", byStore: "Par la boutique" },
      method: "Remboursé par",
      date: "Parti le",
      referenceHint: "Ce qui figure sur le virement ou le chèque",
      act: {
        byHand: "Enregistrer {{amount}} comme remboursés",
        byStore: "Rembourser {{amount}} par la boutique",
      },
      actNone: "Rembourser",
      until: "Écrivez combien est rendu, et quel jour.",
      forGood:
        "Le prestataire de paiement de la boutique le rembourse. C’est définitif : cela ne s’annule pas.",
      done: "{{amount}} remboursés",
    },
    undo: {
      adds: "Ajoute des lignes, n’en supprime aucune",
      release: "Retirer l’argent de ce qu’il règle désormais",
      move: {
        menu: "Annuler le déplacement…",
        title: "Annuler ce déplacement ?",
        about:
          "L’argent revient où il était, et y règle ce qu’il réglait dans la mesure où c’est encore ouvert.",
        act: "Ramener {{amount}}",
        done: "{{amount}} sont revenus",
      },
      pay_back: {
        menu: "Annuler le remboursement…",
        title: "Annuler ce remboursement ?",
        about: "L’argent n’est jamais parti ; il est de nouveau non imputé.",
        act: "Annuler le remboursement de {{amount}}",
        done: "{{amount}} sont de nouveau non imputés",
      },
      reversal: {
        menu: "Annuler cette reprise…",
        title: "Annuler cette reprise ?",
        about: "Elle a été enregistrée par erreur : l’argent règle de nouveau ce qu’il réglait.",
        act: "Annuler la reprise de {{amount}}",
        done: "{{amount}} règlent de nouveau ce qu’ils réglaient",
        owedNoMore_one: "Ce qu’elle avait rouvert n’est plus dû.",
        owedNoMore_other: "Les {{count}} montants qu’elle avait rouverts ne sont plus dus.",
      },
      opening_balance: {
        menu: "Annuler ce solde d’ouverture…",
        title: "Annuler ce solde d’ouverture ?",
        about:
          "Il a été passé par erreur : ce qui le paie redevient libre, ou ce qu’il paie redevient ouvert.",
        act: "Annuler le solde d’ouverture de {{amount}}",
        done: "Solde d’ouverture de {{amount}} annulé",
      },
    },
    unknown: {
      action: "Enregistrer un paiement de titulaire inconnu",
      waits: "l’argent attend ici d’être déplacé vers son client",
      about: "Il attend sur un compte à part jusqu’à ce que l’on sache à qui il est et qu’on l’y déplace.",
      referenceHint: "Ce qui figure sur le chèque ou le relevé : c’est par là qu’on trouve à qui il est",
      looks: "{{method}} {{reference}} de ce montant, du {{date}}, est déjà enregistré.",
    },
  },
}
