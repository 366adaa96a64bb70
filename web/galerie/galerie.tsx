import type { JSX } from 'preact';
import { modeles, type Modele } from '../../domain/courriels/courriel';
import { exemples, type Exemple } from '../../domain/courriels/exemples/exemples';
import { estImprimable } from '../../domain/courriels/lettre';
import { renderCourriel } from '../../domain/courriels/rendu';
import { libelleModele } from '../../domain/parcours/lettres';
import { renderDocument, type Cadre } from '../document';
import { formeOf, situations } from './situations';

/** R18 — every mail that Jalons can write: to whom, when, by which rule, and how it reads. */
export function renderGalerie({ cadre }: { readonly cadre: Cadre }): string {
  return renderDocument({ titre: 'Modèles de courriels', cadre, ici: 'galerie', children: <Galerie /> });
}

function Galerie(): JSX.Element {
  const aLaPersonne = modeles.filter((m) => situations[m].pour === 'La personne');
  const auxProfessionnels = modeles.filter((m) => !aLaPersonne.includes(m));
  return (
    <>
      <h1>Modèles de courriels</h1>
      <p class="chapeau">
        Tout ce que Jalons peut écrire, avec des personnes inventées. Chaque courriel à la personne peut aussi
        être imprimé : c’est la lettre remise à qui n’a pas d’adresse de courriel.
      </p>
      <nav class="panneau sommaire" aria-label="Les modèles">
        <Sommaire titre="À la personne" choix={aLaPersonne} />
        <Sommaire titre="Aux professionnels" choix={auxProfessionnels} />
      </nav>
      {[...aLaPersonne, ...auxProfessionnels].map((m) => (
        <SectionModele key={m} modele={m} />
      ))}
    </>
  );
}

type PropsSommaire = { readonly titre: string; readonly choix: readonly Modele[] };

function Sommaire({ titre, choix }: PropsSommaire): JSX.Element {
  return (
    <div>
      <h2>{titre}</h2>
      <ul>
        {choix.map((m) => (
          <li key={m}>
            <a href={`#modele-${m}`}>{libelleModele(m)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function SectionModele({ modele }: { readonly modele: Modele }): JSX.Element {
  const { pour, quand, regles } = situations[modele];
  const siens = exemples.filter(({ donnees }) => donnees.modele === modele);
  return (
    <section class="panneau modele" id={`modele-${modele}`} aria-labelledby={`titre-${modele}`}>
      <h2 id={`titre-${modele}`}>{libelleModele(modele)}</h2>
      <dl class="fiche-faits">
        <div>
          <dt>Reçu par</dt>
          <dd>{pour}</dd>
        </div>
        <div>
          <dt>Quand</dt>
          <dd>{quand}</dd>
        </div>
        <div>
          <dt>{regles.length > 1 ? 'Règles' : 'Règle'}</dt>
          <dd>{regles.join(', ')}</dd>
        </div>
      </dl>
      {siens.map((e, i) => (
        <UnExemple key={e.nom} exemple={e} ouvert={i === 0} />
      ))}
    </section>
  );
}

type PropsExemple = { readonly exemple: Exemple; readonly ouvert: boolean };

/** The mail as it is received, then as a mailbox without HTML reads it, then on paper. */
function UnExemple({ exemple: { nom, donnees }, ouvert }: PropsExemple): JSX.Element {
  const { sujet, texte, ics } = renderCourriel(donnees);
  const dit = `${libelleModele(donnees.modele)}, ${formeOf(nom).toLowerCase()}`;
  return (
    <details class="exemple" open={ouvert} id={`exemple-${nom.replace('.', '-')}`}>
      <summary>
        <h3>{formeOf(nom)}</h3>
        <span class="discret">{`Objet : ${sujet}`}</span>
      </summary>
      {ics !== null && <p class="discret">Avec une pièce jointe pour l’agenda.</p>}
      <div class="apercus">
        <Apercu titre="Le courriel" href={`/modeles/${nom}/courriel`} dit={dit} />
        <figure>
          <figcaption>En texte seul</figcaption>
          <pre tabIndex={0}>{texte}</pre>
        </figure>
        {estImprimable(donnees) && <Apercu titre="La lettre" href={`/modeles/${nom}/lettre`} dit={dit} />}
      </div>
    </details>
  );
}

type PropsApercu = { readonly titre: string; readonly href: string; readonly dit: string };

function Apercu({ titre, href, dit }: PropsApercu): JSX.Element {
  return (
    <figure>
      <figcaption>
        <a href={href}>
          {titre}
          <span class="invisible">{` : ${dit}`}</span>
        </a>
      </figcaption>
      <iframe src={href} title={`${titre} : ${dit}`} loading="lazy" sandbox="" />
    </figure>
  );
}
