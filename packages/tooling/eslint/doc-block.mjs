/** Every declaration that a package exports says what it is: its shape, units, errors and source. */
export const docBlock = {
  meta: { type: 'suggestion', schema: [], messages: { missing: 'An exported {{ what }} of a package needs a doc block.' } },
  create(context) {
    const check = (node) => {
      const declaration = node.declaration;
      if (!declaration || declaration.type === 'Identifier') return;
      const documented = context.sourceCode.getCommentsBefore(node).some((comment) => comment.type === 'Block' && comment.value.startsWith('*'));
      // Overloads share the block of the first.
      if (documented || declaration.type === 'TSDeclareFunction' || isOverloaded(node)) return;
      const name = declaration.id?.name ?? declaration.declarations?.[0]?.id?.name ?? 'default';
      context.report({ node, messageId: 'missing', data: { what: name } });
    };
    return { ExportNamedDeclaration: check, ExportDefaultDeclaration: check };
  },
};

function isOverloaded(node) {
  const siblings = node.parent.body;
  return siblings[siblings.indexOf(node) - 1]?.declaration?.type === 'TSDeclareFunction';
}
