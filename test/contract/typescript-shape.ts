import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The shape of a TypeScript type as far as a schema can say it. */
export type Shape =
  | { readonly kind: 'text' | 'number' | 'boolean' | 'bytes' | 'decimal' | 'instant' }
  | { readonly kind: 'symbols'; readonly name: string; readonly symbols: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly of: Shape }
  | { readonly kind: 'either'; readonly of: readonly Shape[] }
  | { readonly kind: 'record'; readonly name: string; readonly fields: readonly FieldShape[] };

export interface FieldShape {
  readonly name: string;
  readonly optional: boolean;
  readonly doc: string;
  readonly shape: Shape;
}

interface Scope {
  readonly file: ts.SourceFile;
  readonly typeArguments: ReadonlyMap<string, ts.TypeNode>;
}

const KEYWORDS: Partial<Record<ts.SyntaxKind, Shape>> = {
  [ts.SyntaxKind.StringKeyword]: { kind: 'text' },
  [ts.SyntaxKind.NumberKeyword]: { kind: 'number' },
  [ts.SyntaxKind.BooleanKeyword]: { kind: 'boolean' },
};
const NAMED: Readonly<Record<string, Shape>> = {
  DecimalText: { kind: 'decimal' },
  Instant: { kind: 'instant' },
  Uint8Array: { kind: 'bytes' },
  Checked: { kind: 'text' },
};

const sources = new Map<string, ts.SourceFile>();
function source(path: string): ts.SourceFile {
  const known =
    sources.get(path) ?? ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, true);
  sources.set(path, known);
  return known;
}

/** Reads the declaration of an exported type from its source file, and what it refers to from theirs. */
export function shapeOfType(path: string, name: string): Shape {
  return named(name, name, { file: source(path), typeArguments: new Map() });
}

function declaration(
  name: string,
  file: ts.SourceFile,
): { node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration; file: ts.SourceFile } | undefined {
  for (const statement of file.statements) {
    if ((ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) && statement.name.text === name)
      return { node: statement, file };
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    const imported =
      bindings !== undefined &&
      ts.isNamedImports(bindings) &&
      bindings.elements.some((element) => element.name.text === name);
    if (imported)
      return declaration(
        name,
        source(join(dirname(file.fileName), (statement.moduleSpecifier as ts.StringLiteral).text)),
      );
  }
  return undefined;
}

function named(name: string, label: string, scope: Scope): Shape {
  const primitive = NAMED[name];
  if (primitive !== undefined) return primitive;
  const found = declaration(name, scope.file);
  if (found === undefined) throw new Error(`${scope.file.fileName}: no type ${name}`);
  const inner = { file: found.file, typeArguments: new Map<string, ts.TypeNode>() };
  return ts.isInterfaceDeclaration(found.node)
    ? { kind: 'record', name, fields: fieldsOf(found.node, name, inner) }
    : shape(found.node.type, label === name ? name : label, inner, name);
}

function fieldsOf(node: ts.InterfaceDeclaration | ts.TypeLiteralNode, owner: string, scope: Scope): FieldShape[] {
  const own = node.members.filter(ts.isPropertySignature).map((member) => field(member, owner, scope));
  if (ts.isTypeLiteralNode(node)) return own;
  const inherited = (node.heritageClauses ?? [])
    .flatMap((clause) => clause.types)
    .flatMap((parent) => inheritedFields(parent, scope));
  return [...own, ...inherited.filter((candidate) => own.every(({ name }) => name !== candidate.name))];
}

function inheritedFields(parent: ts.ExpressionWithTypeArguments, scope: Scope): readonly FieldShape[] {
  const name = parent.expression.getText();
  if (name !== 'Omit') return recordFields(named(name, name, scope));
  const [base, omitted] = parent.typeArguments ?? [];
  const names = ts.isUnionTypeNode(omitted!) ? omitted.types.map((type) => type.getText()) : [omitted!.getText()];
  return recordFields(shape(base!, 'base', scope)).filter((candidate) => !names.includes(`'${candidate.name}'`));
}

function recordFields(of: Shape): readonly FieldShape[] {
  if (of.kind !== 'record') throw new Error(`a record was expected, not ${of.kind}`);
  return of.fields;
}

function field(member: ts.PropertySignature, owner: string, scope: Scope): FieldShape {
  const name = member.name.getText();
  const doc = ts
    .getJSDocCommentsAndTags(member)
    .map((comment) => ts.getTextOfJSDocComment(comment.comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
  return {
    name,
    optional: member.questionToken !== undefined,
    doc,
    shape: shape(member.type!, `${owner}${capital(name)}`, scope),
  };
}

function shape(node: ts.TypeNode, label: string, scope: Scope, alias?: string): Shape {
  const keyword = KEYWORDS[node.kind];
  if (keyword !== undefined) return keyword;
  if (ts.isTypeOperatorNode(node) || ts.isParenthesizedTypeNode(node)) return shape(node.type, label, scope, alias);
  if (ts.isArrayTypeNode(node)) return { kind: 'list', of: shape(node.elementType, label, scope) };
  if (ts.isTypeLiteralNode(node)) return { kind: 'record', name: label, fields: fieldsOf(node, label, scope) };
  if (ts.isUnionTypeNode(node)) return union(node, alias ?? label, scope);
  if (ts.isTypeReferenceNode(node)) return reference(node, label, scope);
  throw new Error(`no shape for ${node.getText()}`);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function union(node: ts.UnionTypeNode, name: string, scope: Scope): Shape {
  const literals = node.types.map((type) =>
    ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined,
  );
  if (literals.every((literal) => literal !== undefined)) return { kind: 'symbols', name, symbols: literals };
  return { kind: 'either', of: node.types.map((type) => shape(type, name, scope)) };
}

function reference(node: ts.TypeReferenceNode, label: string, scope: Scope): Shape {
  const name = node.typeName.getText();
  const [first, second] = node.typeArguments ?? [];
  if (name === 'Readonly') return shape(first!, label, scope);
  if (name === 'Partial') {
    const whole = shape(first!, label, scope);
    return whole.kind === 'record'
      ? { ...whole, fields: whole.fields.map((each) => ({ ...each, optional: true })) }
      : whole;
  }
  if (name !== 'Record') return named(name, label, scope);
  const keys = shape(first!, label, scope);
  const of = shape(second!, label, scope);
  if (keys.kind !== 'symbols') return { kind: 'map', of };
  return {
    kind: 'record',
    name: label,
    fields: keys.symbols.map((symbol) => ({ name: symbol, optional: false, doc: '', shape: of })),
  };
}
