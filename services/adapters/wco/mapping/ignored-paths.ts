/** A part of a message that is left out of the event on purpose, and why. Everything else of a declaration is in the event. */
export interface IgnoredPath {
  /** From the root of the message, as it is written there. */
  readonly path: RegExp;
  readonly reason: string;
}

export const IGNORED_PATHS: readonly IgnoredPath[] = [
  {
    path: /(^|\/)MetaData\/(WCODataModelVersionCode|WCOTypeName|ResponsibleCountryCode|ResponsibleAgencyName|AgencyAssignedCustomization(Version)?Code)$/,
    reason: 'Describes the message format, not the declaration.',
  },
  {
    path: /^\w+(Declaration)?Request\/requestCommon\//,
    reason: "The gateway's own identifiers of the request; its receiptDate becomes occurredAt.",
  },
  { path: /\/@(xsi:\w+|xmlns(:[^/]+)?)$/, reason: 'Names schemas and namespaces, for validators.' },
  {
    path: /^(?!(.*\/)?(Declaration|Response)(\/|$))/,
    reason: "Stands around the declaration: the envelope of a gateway, a message bus or the schema's own MetaData.",
  },
];
