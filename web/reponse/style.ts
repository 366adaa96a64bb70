/** In the page, so that it needs nothing else: one column, large type, targets of 48 px at least, contrast over 7:1. */
export const STYLE = `
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1.125rem/1.5 Arial, Helvetica, sans-serif; }
main { max-width: 38rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 1rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
p, ul { margin: 0 0 .9rem; }
ul { padding-left: 1.3rem; }
.fiche, .dit { border-left: .35rem solid #0b3d91; background: #f2f5fa; padding: .8rem 1rem; margin: 0 0 1rem; }
.fiche p, .dit p { margin: 0 0 .3rem; }
.fiche p { white-space: pre-line; }
.alerte { border: .2rem solid #a4001d; padding: .8rem 1rem; margin: 0 0 1rem; }
.grand { font-size: 1.3rem; font-weight: bold; }
a { color: #0b3d91; }
.bouton, button, summary { display: block; width: 100%; min-height: 3.2rem; padding: .8rem 1rem; margin: 0 0 .8rem; border: .15rem solid #0b3d91; border-radius: .4rem; background: #fff; color: #0b3d91; font: inherit; font-weight: bold; text-align: center; text-decoration: none; cursor: pointer; }
button { background: #0b3d91; color: #fff; }
a:focus-visible, button:focus-visible, summary:focus-visible, input:focus-visible, textarea:focus-visible { outline: .25rem solid #1a1a1a; outline-offset: .15rem; }
fieldset { border: 0; padding: 0; margin: 0 0 1rem; }
legend { font-weight: bold; padding: 0; margin: 0 0 .4rem; }
.choix { display: flex; align-items: center; gap: .8rem; min-height: 3rem; padding: .4rem 0; }
.choix input { flex: none; width: 1.6rem; height: 1.6rem; }
textarea { width: 100%; min-height: 7rem; padding: .6rem; margin: 0 0 1rem; border: .12rem solid #1a1a1a; font: inherit; }
input[type=file] { display: block; width: 100%; min-height: 3.2rem; margin: 0 0 1rem; font: inherit; }
input[type=file]::file-selector-button { min-height: 3.2rem; padding: .6rem 1rem; margin: 0 .8rem 0 0; border: .15rem solid #0b3d91; border-radius: .4rem; background: #fff; color: #0b3d91; font: inherit; font-weight: bold; cursor: pointer; }
label.champ { display: block; font-weight: bold; margin: 0 0 .4rem; }
`;
