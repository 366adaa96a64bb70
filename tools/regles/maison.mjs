/**
 * What oxlint does not know: the rules of the house (house 9). One visitor per thing refused; those of the domain are
 * asked for in domain/ alone (.oxlintrc.json).
 */
const refuse = (message, ...selectors) => ({
  meta: { type: 'problem' },
  create: (context) =>
    Object.fromEntries(selectors.map((selector) => [selector, (node) => context.report({ node, message })])),
});

const isHidden = (member) =>
  member.key?.type === 'PrivateIdentifier' || (member.accessibility ?? 'public') !== 'public';
const isHiddenParameter = (member) => member.kind === 'constructor' && member.value.params.some(isHidden);

/** TypeScript takes any object of the right shape for a class that hides nothing. */
const nominale = {
  meta: { type: 'problem' },
  create: (context) => ({
    ClassBody(node) {
      if (node.body.some((member) => isHidden(member) || isHiddenParameter(member))) return;
      context.report({
        node: node.parent,
        message: 'A class hides a member: no object literal may pass for it.',
      });
    },
  }),
};

export default {
  meta: { name: 'maison' },
  rules: {
    environnement: refuse(
      'process.env is read in config/ only.',
      "MemberExpression[object.name='process'][property.name='env']",
    ),
    // Ambient chance, time and settings reach the law only as arguments (house 9, rule 7).
    'date-du-domaine': refuse(
      'No Date in the domain: time comes in as an argument, and is counted by domain/temps.',
      "NewExpression[callee.name='Date']",
      "CallExpression[callee.object.name='Date']",
    ),
    'hasard-du-domaine': refuse(
      'No chance in the domain.',
      "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    ),
    'domaine-sans-exception': refuse('The domain answers, it does not throw.', 'ThrowStatement'),
    'domaine-synchrone': refuse('The domain is synchronous.', 'AwaitExpression', ':function[async=true]'),
    'classe-nominale': nominale,
  },
};
