/******/ // The require scope
/******/ const __webpack_require__ = {};
/******/
/************************************************************************/
/******/ /* webpack/runtime/concatenation wrap */
/******/ // wrap a concatenated module body as a lazy, memoized accessor; mod is
/******/ // set before the body runs so re-entrant calls (require cycles) observe
/******/ // the partial exports like Node.js
/******/ __webpack_require__.cw = body => {
  /******/ var mod;
  /******/ return () => {
    /******/ if (body) {
      /******/ var fn = body;
      /******/ body = 0;
      /******/ mod = { exports: {} };
      /******/ fn.call(mod.exports, mod, mod.exports);
      /******/
    }
    /******/ return mod.exports;
    /******/
  };
  /******/
};
/******/
/******/ /* webpack/runtime/define property getters */
/******/ // define getter/value functions for harmony exports
/******/ __webpack_require__.d = (exports, definition) => {
  /******/ for (var key in definition) {
    /******/ if (__webpack_require__.o(definition, key) && !__webpack_require__.o(exports, key)) {
      /******/ Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
      /******/
    }
    /******/
  }
  /******/
};
/******/
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ __webpack_require__.o = (obj, prop) => Object.hasOwn(obj, prop);
/******/
/******/ /* webpack/runtime/make namespace object */
/******/ // define __esModule on exports
/******/ __webpack_require__.r = exports => {
  /******/ Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
  /******/ Object.defineProperty(exports, '__esModule', { value: true });
  /******/
};
/******/
/************************************************************************/

// MODULE: ./node_modules/canonicalize/lib/canonicalize.js
var canonicalize_namespaceFn = /*#__PURE__*/ __webpack_require__.cw(module => {
  /* jshint esversion: 6 */
  /* jslint node: true */

  module.exports = function serialize(object) {
    if (typeof object === 'number' && isNaN(object)) {
      throw new Error('NaN is not allowed');
    }

    if (typeof object === 'number' && !isFinite(object)) {
      throw new Error('Infinity is not allowed');
    }

    if (object === null || typeof object !== 'object') {
      return JSON.stringify(object);
    }

    if (object.toJSON instanceof Function) {
      return serialize(object.toJSON());
    }

    if (Array.isArray(object)) {
      const values = object.reduce((t, cv, ci) => {
        const comma = ci === 0 ? '' : ',';
        const value = cv === undefined || typeof cv === 'symbol' ? null : cv;
        return `${t}${comma}${serialize(value)}`;
      }, '');
      return `[${values}]`;
    }

    const values = Object.keys(object)
      .sort()
      .reduce((t, cv) => {
        if (object[cv] === undefined || typeof object[cv] === 'symbol') {
          return t;
        }
        const comma = t.length === 0 ? '' : ',';
        return `${t}${comma}${serialize(cv)}:${serialize(object[cv])}`;
      }, '');
    return `{${values}}`;
  };
});

// NAMESPACE OBJECT (decoupled): ./node_modules/@sinclair/typebox/build/esm/type/type/type.mjs
var type_namespaceObject = {};
__webpack_require__.r(type_namespaceObject);
__webpack_require__.d(type_namespaceObject, {
  Any: () => Any,
  Argument: () => Argument,
  Array: () => array_Array,
  AsyncIterator: () => AsyncIterator,
  Awaited: () => Awaited,
  BigInt: () => bigint_BigInt,
  Boolean: () => boolean_Boolean,
  Capitalize: () => Capitalize,
  Composite: () => Composite,
  Const: () => Const,
  Constructor: () => Constructor,
  ConstructorParameters: () => ConstructorParameters,
  Date: () => date_Date,
  Enum: () => Enum,
  Exclude: () => Exclude,
  Extends: () => Extends,
  Extract: () => Extract,
  Function: () => function_Function,
  Index: () => Index,
  InstanceType: () => InstanceType,
  Instantiate: () => Instantiate,
  Integer: () => Integer,
  Intersect: () => Intersect,
  Iterator: () => Iterator,
  KeyOf: () => KeyOf,
  Literal: () => Literal,
  Lowercase: () => Lowercase,
  Mapped: () => Mapped,
  Module: () => Module,
  Never: () => Never,
  Not: () => Not,
  Null: () => Null,
  Number: () => number_Number,
  Object: () => object_Object,
  Omit: () => Omit,
  Optional: () => Optional,
  Parameters: () => Parameters,
  Partial: () => Partial,
  Pick: () => Pick,
  Promise: () => Promise,
  Readonly: () => Readonly,
  ReadonlyOptional: () => ReadonlyOptional,
  Record: () => Record,
  Recursive: () => Recursive,
  Ref: () => Ref,
  RegExp: () => regexp_RegExp,
  Required: () => Required,
  Rest: () => Rest,
  ReturnType: () => ReturnType,
  String: () => string_String,
  Symbol: () => symbol_Symbol,
  TemplateLiteral: () => TemplateLiteral,
  Transform: () => Transform,
  Tuple: () => Tuple,
  Uint8Array: () => uint8array_Uint8Array,
  Uncapitalize: () => Uncapitalize,
  Undefined: () => Undefined,
  Union: () => Union,
  Unknown: () => Unknown,
  Unsafe: () => Unsafe,
  Uppercase: () => Uppercase,
  Void: () => Void,
});

// ./node_modules/@sinclair/typebox/build/esm/value/guard/guard.mjs
// --------------------------------------------------------------------------
// Iterators
// --------------------------------------------------------------------------
/** Returns true if this value is an async iterator */
function IsAsyncIterator(value) {
  return IsObject(value) && globalThis.Symbol.asyncIterator in value;
}
/** Returns true if this value is an iterator */
function IsIterator(value) {
  return IsObject(value) && globalThis.Symbol.iterator in value;
}
// --------------------------------------------------------------------------
// Object Instances
// --------------------------------------------------------------------------
/** Returns true if this value is not an instance of a class */
function IsStandardObject(value) {
  return (
    IsObject(value) &&
    (globalThis.Object.getPrototypeOf(value) === Object.prototype ||
      globalThis.Object.getPrototypeOf(value) === null)
  );
}
/** Returns true if this value is an instance of a class */
function IsInstanceObject(value) {
  return (
    IsObject(value) &&
    !IsArray(value) &&
    IsFunction(value.constructor) &&
    value.constructor.name !== 'Object'
  );
}
// --------------------------------------------------------------------------
// JavaScript
// --------------------------------------------------------------------------
/** Returns true if this value is a Promise */
function IsPromise(value) {
  return value instanceof globalThis.Promise;
}
/** Returns true if this value is a Date */
function IsDate(value) {
  return value instanceof Date && globalThis.Number.isFinite(value.getTime());
}
/** Returns true if this value is an instance of Map<K, T> */
function IsMap(value) {
  return value instanceof globalThis.Map;
}
/** Returns true if this value is an instance of Set<T> */
function IsSet(value) {
  return value instanceof globalThis.Set;
}
/** Returns true if this value is RegExp */
function IsRegExp(value) {
  return value instanceof globalThis.RegExp;
}
/** Returns true if this value is a typed array */
function IsTypedArray(value) {
  return globalThis.ArrayBuffer.isView(value);
}
/** Returns true if the value is a Int8Array */
function IsInt8Array(value) {
  return value instanceof globalThis.Int8Array;
}
/** Returns true if the value is a Uint8Array */
function IsUint8Array(value) {
  return value instanceof globalThis.Uint8Array;
}
/** Returns true if the value is a Uint8ClampedArray */
function IsUint8ClampedArray(value) {
  return value instanceof globalThis.Uint8ClampedArray;
}
/** Returns true if the value is a Int16Array */
function IsInt16Array(value) {
  return value instanceof globalThis.Int16Array;
}
/** Returns true if the value is a Uint16Array */
function IsUint16Array(value) {
  return value instanceof globalThis.Uint16Array;
}
/** Returns true if the value is a Int32Array */
function IsInt32Array(value) {
  return value instanceof globalThis.Int32Array;
}
/** Returns true if the value is a Uint32Array */
function IsUint32Array(value) {
  return value instanceof globalThis.Uint32Array;
}
/** Returns true if the value is a Float32Array */
function IsFloat32Array(value) {
  return value instanceof globalThis.Float32Array;
}
/** Returns true if the value is a Float64Array */
function IsFloat64Array(value) {
  return value instanceof globalThis.Float64Array;
}
/** Returns true if the value is a BigInt64Array */
function IsBigInt64Array(value) {
  return value instanceof globalThis.BigInt64Array;
}
/** Returns true if the value is a BigUint64Array */
function IsBigUint64Array(value) {
  return value instanceof globalThis.BigUint64Array;
}
// --------------------------------------------------------------------------
// PropertyKey
// --------------------------------------------------------------------------
/** Returns true if this value has this property key */
function HasPropertyKey(value, key) {
  return key in value;
}
// --------------------------------------------------------------------------
// Standard
// --------------------------------------------------------------------------
/** Returns true of this value is an object type */
function IsObject(value) {
  return value !== null && typeof value === 'object';
}
/** Returns true if this value is an array, but not a typed array */
function IsArray(value) {
  return globalThis.Array.isArray(value) && !globalThis.ArrayBuffer.isView(value);
}
/** Returns true if this value is an undefined */
function IsUndefined(value) {
  return value === undefined;
}
/** Returns true if this value is an null */
function IsNull(value) {
  return value === null;
}
/** Returns true if this value is an boolean */
function IsBoolean(value) {
  return typeof value === 'boolean';
}
/** Returns true if this value is an number */
function IsNumber(value) {
  return typeof value === 'number';
}
/** Returns true if this value is an integer */
function IsInteger(value) {
  return globalThis.Number.isInteger(value);
}
/** Returns true if this value is bigint */
function IsBigInt(value) {
  return typeof value === 'bigint';
}
/** Returns true if this value is string */
function IsString(value) {
  return typeof value === 'string';
}
/** Returns true if this value is a function */
function IsFunction(value) {
  return typeof value === 'function';
}
/** Returns true if this value is a symbol */
function IsSymbol(value) {
  return typeof value === 'symbol';
}
/** Returns true if this value is a value type such as number, string, boolean */
function IsValueType(value) {
  // prettier-ignore
  return (IsBigInt(value) ||
        IsBoolean(value) ||
        IsNull(value) ||
        IsNumber(value) ||
        IsString(value) ||
        IsSymbol(value) ||
        IsUndefined(value));
}

// ./node_modules/@sinclair/typebox/build/esm/system/policy.mjs

var TypeSystemPolicy;
(function (TypeSystemPolicy) {
  // ------------------------------------------------------------------
  // TypeSystemPolicy: Instancing
  // ------------------------------------------------------------------
  /**
   * Configures the instantiation behavior of TypeBox types. The `default` option assigns raw JavaScript
   * references for embedded types, which may cause side effects if type properties are explicitly updated
   * outside the TypeBox type builder. The `clone` option creates copies of any shared types upon creation,
   * preventing unintended side effects. The `freeze` option applies `Object.freeze()` to the type, making
   * it fully readonly and immutable. Implementations should use `default` whenever possible, as it is the
   * fastest way to instantiate types. The default setting is `default`.
   */
  TypeSystemPolicy.InstanceMode = 'default';
  // ------------------------------------------------------------------
  // TypeSystemPolicy: Checking
  // ------------------------------------------------------------------
  /** Sets whether TypeBox should assert optional properties using the TypeScript `exactOptionalPropertyTypes` assertion policy. The default is `false` */
  TypeSystemPolicy.ExactOptionalPropertyTypes = false;
  /** Sets whether arrays should be treated as a kind of objects. The default is `false` */
  TypeSystemPolicy.AllowArrayObject = false;
  /** Sets whether `NaN` or `Infinity` should be treated as valid numeric values. The default is `false` */
  TypeSystemPolicy.AllowNaN = false;
  /** Sets whether `null` should validate for void types. The default is `false` */
  TypeSystemPolicy.AllowNullVoid = false;
  /** Checks this value using the ExactOptionalPropertyTypes policy */
  function IsExactOptionalProperty(value, key) {
    return TypeSystemPolicy.ExactOptionalPropertyTypes ? key in value : value[key] !== undefined;
  }
  TypeSystemPolicy.IsExactOptionalProperty = IsExactOptionalProperty;
  /** Checks this value using the AllowArrayObjects policy */
  function IsObjectLike(value) {
    const isObject = IsObject(value);
    return TypeSystemPolicy.AllowArrayObject ? isObject : isObject && !IsArray(value);
  }
  TypeSystemPolicy.IsObjectLike = IsObjectLike;
  /** Checks this value as a record using the AllowArrayObjects policy */
  function IsRecordLike(value) {
    return IsObjectLike(value) && !(value instanceof Date) && !(value instanceof Uint8Array);
  }
  TypeSystemPolicy.IsRecordLike = IsRecordLike;
  /** Checks this value using the AllowNaN policy */
  function IsNumberLike(value) {
    return TypeSystemPolicy.AllowNaN ? IsNumber(value) : Number.isFinite(value);
  }
  TypeSystemPolicy.IsNumberLike = IsNumberLike;
  /** Checks this value using the AllowVoidNull policy */
  function IsVoidLike(value) {
    const isUndefined = IsUndefined(value);
    return TypeSystemPolicy.AllowNullVoid ? isUndefined || value === null : isUndefined;
  }
  TypeSystemPolicy.IsVoidLike = IsVoidLike;
})(TypeSystemPolicy || (TypeSystemPolicy = {}));

// ./node_modules/@sinclair/typebox/build/esm/type/guard/value.mjs
// --------------------------------------------------------------------------
// PropertyKey
// --------------------------------------------------------------------------
/** Returns true if this value has this property key */
function value_HasPropertyKey(value, key) {
  return key in value;
}
// --------------------------------------------------------------------------
// Object Instances
// --------------------------------------------------------------------------
/** Returns true if this value is an async iterator */
function value_IsAsyncIterator(value) {
  return (
    value_IsObject(value) &&
    !value_IsArray(value) &&
    !value_IsUint8Array(value) &&
    Symbol.asyncIterator in value
  );
}
/** Returns true if this value is an array */
function value_IsArray(value) {
  return Array.isArray(value);
}
/** Returns true if this value is bigint */
function value_IsBigInt(value) {
  return typeof value === 'bigint';
}
/** Returns true if this value is a boolean */
function value_IsBoolean(value) {
  return typeof value === 'boolean';
}
/** Returns true if this value is a Date object */
function value_IsDate(value) {
  return value instanceof globalThis.Date;
}
/** Returns true if this value is a function */
function value_IsFunction(value) {
  return typeof value === 'function';
}
/** Returns true if this value is an iterator */
function value_IsIterator(value) {
  return (
    value_IsObject(value) &&
    !value_IsArray(value) &&
    !value_IsUint8Array(value) &&
    Symbol.iterator in value
  );
}
/** Returns true if this value is null */
function value_IsNull(value) {
  return value === null;
}
/** Returns true if this value is number */
function value_IsNumber(value) {
  return typeof value === 'number';
}
/** Returns true if this value is an object */
function value_IsObject(value) {
  return typeof value === 'object' && value !== null;
}
/** Returns true if this value is RegExp */
function value_IsRegExp(value) {
  return value instanceof globalThis.RegExp;
}
/** Returns true if this value is string */
function value_IsString(value) {
  return typeof value === 'string';
}
/** Returns true if this value is symbol */
function value_IsSymbol(value) {
  return typeof value === 'symbol';
}
/** Returns true if this value is a Uint8Array */
function value_IsUint8Array(value) {
  return value instanceof globalThis.Uint8Array;
}
/** Returns true if this value is undefined */
function value_IsUndefined(value) {
  return value === undefined;
}

// ./node_modules/@sinclair/typebox/build/esm/type/create/immutable.mjs

function ImmutableArray(value) {
  return globalThis.Object.freeze(value).map(value => Immutable(value));
}
function ImmutableDate(value) {
  return value;
}
function ImmutableUint8Array(value) {
  return value;
}
function ImmutableRegExp(value) {
  return value;
}
function ImmutableObject(value) {
  const result = {};
  for (const key of Object.getOwnPropertyNames(value)) {
    result[key] = Immutable(value[key]);
  }
  for (const key of Object.getOwnPropertySymbols(value)) {
    result[key] = Immutable(value[key]);
  }
  return globalThis.Object.freeze(result);
}
/** Specialized deep immutable value. Applies freeze recursively to the given value */
// prettier-ignore
function Immutable(value) {
    return (value_IsArray(value) ? ImmutableArray(value) :
        value_IsDate(value) ? ImmutableDate(value) :
            value_IsUint8Array(value) ? ImmutableUint8Array(value) :
                value_IsRegExp(value) ? ImmutableRegExp(value) :
                    value_IsObject(value) ? ImmutableObject(value) :
                        value);
}

// ./node_modules/@sinclair/typebox/build/esm/type/clone/value.mjs

function ArrayType(value) {
  return value.map(value => Visit(value));
}
function DateType(value) {
  return new Date(value.getTime());
}
function Uint8ArrayType(value) {
  return new Uint8Array(value);
}
function RegExpType(value) {
  return new RegExp(value.source, value.flags);
}
function ObjectType(value) {
  const result = {};
  for (const key of Object.getOwnPropertyNames(value)) {
    result[key] = Visit(value[key]);
  }
  for (const key of Object.getOwnPropertySymbols(value)) {
    result[key] = Visit(value[key]);
  }
  return result;
}
// prettier-ignore
function Visit(value) {
    return (value_IsArray(value) ? ArrayType(value) :
        value_IsDate(value) ? DateType(value) :
            value_IsUint8Array(value) ? Uint8ArrayType(value) :
                value_IsRegExp(value) ? RegExpType(value) :
                    value_IsObject(value) ? ObjectType(value) :
                        value);
}
/** Clones a value */
function Clone(value) {
  return Visit(value);
}

// ./node_modules/@sinclair/typebox/build/esm/type/create/type.mjs

/** Creates TypeBox schematics using the configured InstanceMode */
function CreateType(schema, options) {
  const result = options !== undefined ? { ...options, ...schema } : schema;
  switch (TypeSystemPolicy.InstanceMode) {
    case 'freeze':
      return Immutable(result);
    case 'clone':
      return Clone(result);
    default:
      return result;
  }
}

// ./node_modules/@sinclair/typebox/build/esm/type/symbols/symbols.mjs
/** Symbol key applied to transform types */
const TransformKind = Symbol.for('TypeBox.Transform');
/** Symbol key applied to readonly types */
const ReadonlyKind = Symbol.for('TypeBox.Readonly');
/** Symbol key applied to optional types */
const OptionalKind = Symbol.for('TypeBox.Optional');
/** Symbol key applied to types */
const Hint = Symbol.for('TypeBox.Hint');
/** Symbol key applied to types */
const Kind = Symbol.for('TypeBox.Kind');

// ./node_modules/@sinclair/typebox/build/esm/type/any/any.mjs

/** `[Json]` Creates an Any type */
function Any(options) {
  return CreateType({ [Kind]: 'Any' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/argument/argument.mjs

/** `[JavaScript]` Creates an Argument Type. */
function Argument(index) {
  return CreateType({ [Kind]: 'Argument', index });
}

// ./node_modules/@sinclair/typebox/build/esm/type/array/array.mjs

/** `[Json]` Creates an Array type */
function array_Array(items, options) {
  return CreateType({ [Kind]: 'Array', type: 'array', items }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/async-iterator/async-iterator.mjs

/** `[JavaScript]` Creates a AsyncIterator type */
function AsyncIterator(items, options) {
  return CreateType({ [Kind]: 'AsyncIterator', type: 'AsyncIterator', items }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/computed/computed.mjs

/** `[Internal]` Creates a deferred computed type. This type is used exclusively in modules to defer resolution of computable types that contain interior references  */
function Computed(target, parameters, options) {
  return CreateType({ [Kind]: 'Computed', target, parameters }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/never/never.mjs

/** `[Json]` Creates a Never type */
function Never(options) {
  return CreateType({ [Kind]: 'Never', not: {} }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/guard/kind.mjs
/* unused harmony import specifier */ var ValueGuard;
/* unused harmony import specifier */ var kind_Hint;

/** `[Kind-Only]` Returns true if this value has a Readonly symbol */
function IsReadonly(value) {
  return value_IsObject(value) && value[ReadonlyKind] === 'Readonly';
}
/** `[Kind-Only]` Returns true if this value has a Optional symbol */
function IsOptional(value) {
  return value_IsObject(value) && value[OptionalKind] === 'Optional';
}
/** `[Kind-Only]` Returns true if the given value is TAny */
function IsAny(value) {
  return IsKindOf(value, 'Any');
}
/** `[Kind-Only]` Returns true if the given value is TArgument */
function IsArgument(value) {
  return IsKindOf(value, 'Argument');
}
/** `[Kind-Only]` Returns true if the given value is TArray */
function kind_IsArray(value) {
  return IsKindOf(value, 'Array');
}
/** `[Kind-Only]` Returns true if the given value is TAsyncIterator */
function kind_IsAsyncIterator(value) {
  return IsKindOf(value, 'AsyncIterator');
}
/** `[Kind-Only]` Returns true if the given value is TBigInt */
function kind_IsBigInt(value) {
  return IsKindOf(value, 'BigInt');
}
/** `[Kind-Only]` Returns true if the given value is TBoolean */
function kind_IsBoolean(value) {
  return IsKindOf(value, 'Boolean');
}
/** `[Kind-Only]` Returns true if the given value is TComputed */
function IsComputed(value) {
  return IsKindOf(value, 'Computed');
}
/** `[Kind-Only]` Returns true if the given value is TConstructor */
function IsConstructor(value) {
  return IsKindOf(value, 'Constructor');
}
/** `[Kind-Only]` Returns true if the given value is TDate */
function kind_IsDate(value) {
  return IsKindOf(value, 'Date');
}
/** `[Kind-Only]` Returns true if the given value is TFunction */
function kind_IsFunction(value) {
  return IsKindOf(value, 'Function');
}
/** `[Kind-Only]` Returns true if the given value is TInteger */
function IsImport(value) {
  return IsKindOf(value, 'Import');
}
/** `[Kind-Only]` Returns true if the given value is TInteger */
function kind_IsInteger(value) {
  return IsKindOf(value, 'Integer');
}
/** `[Kind-Only]` Returns true if the given schema is TProperties */
function IsProperties(value) {
  return ValueGuard.IsObject(value);
}
/** `[Kind-Only]` Returns true if the given value is TIntersect */
function IsIntersect(value) {
  return IsKindOf(value, 'Intersect');
}
/** `[Kind-Only]` Returns true if the given value is TIterator */
function kind_IsIterator(value) {
  return IsKindOf(value, 'Iterator');
}
/** `[Kind-Only]` Returns true if the given value is a TKind with the given name. */
function IsKindOf(value, kind) {
  return value_IsObject(value) && Kind in value && value[Kind] === kind;
}
/** `[Kind-Only]` Returns true if the given value is TLiteral<string> */
function IsLiteralString(value) {
  return IsLiteral(value) && ValueGuard.IsString(value.const);
}
/** `[Kind-Only]` Returns true if the given value is TLiteral<number> */
function IsLiteralNumber(value) {
  return IsLiteral(value) && ValueGuard.IsNumber(value.const);
}
/** `[Kind-Only]` Returns true if the given value is TLiteral<boolean> */
function IsLiteralBoolean(value) {
  return IsLiteral(value) && ValueGuard.IsBoolean(value.const);
}
/** `[Kind-Only]` Returns true if the given value is TLiteralValue */
function IsLiteralValue(value) {
  return value_IsBoolean(value) || value_IsNumber(value) || value_IsString(value);
}
/** `[Kind-Only]` Returns true if the given value is TLiteral */
function IsLiteral(value) {
  return IsKindOf(value, 'Literal');
}
/** `[Kind-Only]` Returns true if the given value is a TMappedKey */
function IsMappedKey(value) {
  return IsKindOf(value, 'MappedKey');
}
/** `[Kind-Only]` Returns true if the given value is TMappedResult */
function IsMappedResult(value) {
  return IsKindOf(value, 'MappedResult');
}
/** `[Kind-Only]` Returns true if the given value is TNever */
function IsNever(value) {
  return IsKindOf(value, 'Never');
}
/** `[Kind-Only]` Returns true if the given value is TNot */
function IsNot(value) {
  return IsKindOf(value, 'Not');
}
/** `[Kind-Only]` Returns true if the given value is TNull */
function kind_IsNull(value) {
  return IsKindOf(value, 'Null');
}
/** `[Kind-Only]` Returns true if the given value is TNumber */
function kind_IsNumber(value) {
  return IsKindOf(value, 'Number');
}
/** `[Kind-Only]` Returns true if the given value is TObject */
function kind_IsObject(value) {
  return IsKindOf(value, 'Object');
}
/** `[Kind-Only]` Returns true if the given value is TPromise */
function kind_IsPromise(value) {
  return IsKindOf(value, 'Promise');
}
/** `[Kind-Only]` Returns true if the given value is TRecord */
function IsRecord(value) {
  return IsKindOf(value, 'Record');
}
/** `[Kind-Only]` Returns true if this value is TRecursive */
function IsRecursive(value) {
  return ValueGuard.IsObject(value) && kind_Hint in value && value[kind_Hint] === 'Recursive';
}
/** `[Kind-Only]` Returns true if the given value is TRef */
function IsRef(value) {
  return IsKindOf(value, 'Ref');
}
/** `[Kind-Only]` Returns true if the given value is TRegExp */
function kind_IsRegExp(value) {
  return IsKindOf(value, 'RegExp');
}
/** `[Kind-Only]` Returns true if the given value is TString */
function kind_IsString(value) {
  return IsKindOf(value, 'String');
}
/** `[Kind-Only]` Returns true if the given value is TSymbol */
function kind_IsSymbol(value) {
  return IsKindOf(value, 'Symbol');
}
/** `[Kind-Only]` Returns true if the given value is TTemplateLiteral */
function IsTemplateLiteral(value) {
  return IsKindOf(value, 'TemplateLiteral');
}
/** `[Kind-Only]` Returns true if the given value is TThis */
function IsThis(value) {
  return IsKindOf(value, 'This');
}
/** `[Kind-Only]` Returns true of this value is TTransform */
function IsTransform(value) {
  return value_IsObject(value) && TransformKind in value;
}
/** `[Kind-Only]` Returns true if the given value is TTuple */
function IsTuple(value) {
  return IsKindOf(value, 'Tuple');
}
/** `[Kind-Only]` Returns true if the given value is TUndefined */
function kind_IsUndefined(value) {
  return IsKindOf(value, 'Undefined');
}
/** `[Kind-Only]` Returns true if the given value is TUnion */
function IsUnion(value) {
  return IsKindOf(value, 'Union');
}
/** `[Kind-Only]` Returns true if the given value is TUint8Array */
function kind_IsUint8Array(value) {
  return IsKindOf(value, 'Uint8Array');
}
/** `[Kind-Only]` Returns true if the given value is TUnknown */
function IsUnknown(value) {
  return IsKindOf(value, 'Unknown');
}
/** `[Kind-Only]` Returns true if the given value is a raw TUnsafe */
function IsUnsafe(value) {
  return IsKindOf(value, 'Unsafe');
}
/** `[Kind-Only]` Returns true if the given value is TVoid */
function IsVoid(value) {
  return IsKindOf(value, 'Void');
}
/** `[Kind-Only]` Returns true if the given value is TKind */
function IsKind(value) {
  return value_IsObject(value) && Kind in value && value_IsString(value[Kind]);
}
/** `[Kind-Only]` Returns true if the given value is TSchema */
function IsSchema(value) {
  // prettier-ignore
  return (IsAny(value) ||
        IsArgument(value) ||
        kind_IsArray(value) ||
        kind_IsBoolean(value) ||
        kind_IsBigInt(value) ||
        kind_IsAsyncIterator(value) ||
        IsComputed(value) ||
        IsConstructor(value) ||
        kind_IsDate(value) ||
        kind_IsFunction(value) ||
        kind_IsInteger(value) ||
        IsIntersect(value) ||
        kind_IsIterator(value) ||
        IsLiteral(value) ||
        IsMappedKey(value) ||
        IsMappedResult(value) ||
        IsNever(value) ||
        IsNot(value) ||
        kind_IsNull(value) ||
        kind_IsNumber(value) ||
        kind_IsObject(value) ||
        kind_IsPromise(value) ||
        IsRecord(value) ||
        IsRef(value) ||
        kind_IsRegExp(value) ||
        kind_IsString(value) ||
        kind_IsSymbol(value) ||
        IsTemplateLiteral(value) ||
        IsThis(value) ||
        IsTuple(value) ||
        kind_IsUndefined(value) ||
        IsUnion(value) ||
        kind_IsUint8Array(value) ||
        IsUnknown(value) ||
        IsUnsafe(value) ||
        IsVoid(value) ||
        IsKind(value));
}

// ./node_modules/@sinclair/typebox/build/esm/type/intersect/intersect-create.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// IntersectCreate
// ------------------------------------------------------------------
// prettier-ignore
function IntersectCreate(T, options = {}) {
    const allObjects = T.every((schema) => kind_IsObject(schema));
    const clonedUnevaluatedProperties = IsSchema(options.unevaluatedProperties)
        ? { unevaluatedProperties: options.unevaluatedProperties }
        : {};
    return CreateType((options.unevaluatedProperties === false || IsSchema(options.unevaluatedProperties) || allObjects
        ? { ...clonedUnevaluatedProperties, [Kind]: 'Intersect', type: 'object', allOf: T }
        : { ...clonedUnevaluatedProperties, [Kind]: 'Intersect', allOf: T }), options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/intersect/intersect.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

/** `[Json]` Creates an evaluated Intersect type */
function Intersect(types, options) {
  if (types.length === 1) return CreateType(types[0], options);
  if (types.length === 0) return Never(options);
  if (types.some(schema => IsTransform(schema)))
    throw new Error('Cannot intersect transform types');
  return IntersectCreate(types, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/union/union-create.mjs

function UnionCreate(T, options) {
  return CreateType({ [Kind]: 'Union', anyOf: T }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/union/union.mjs

/** `[Json]` Creates a Union type */
function Union(types, options) {
  // prettier-ignore
  return (types.length === 0 ? Never(options) :
        types.length === 1 ? CreateType(types[0], options) :
            UnionCreate(types, options));
}

// ./node_modules/@sinclair/typebox/build/esm/type/error/error.mjs
/** The base Error type thrown for all TypeBox exceptions  */
class TypeBoxError extends Error {
  constructor(message) {
    super(message);
  }
}

// ./node_modules/@sinclair/typebox/build/esm/type/ref/ref.mjs

/** `[Json]` Creates a Ref type. The referenced type must contain a $id */
function Ref(...args) {
  const [$ref, options] = typeof args[0] === 'string' ? [args[0], args[1]] : [args[0].$id, args[1]];
  if (typeof $ref !== 'string') throw new TypeBoxError('Ref: $ref must be a string');
  return CreateType({ [Kind]: 'Ref', $ref }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/awaited/awaited.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function FromComputed(target, parameters) {
    return Computed('Awaited', [Computed(target, parameters)]);
}
// prettier-ignore
function FromRef($ref) {
    return Computed('Awaited', [Ref($ref)]);
}
// prettier-ignore
function FromIntersect(types) {
    return Intersect(FromRest(types));
}
// prettier-ignore
function FromUnion(types) {
    return Union(FromRest(types));
}
// prettier-ignore
function FromPromise(type) {
    return Awaited(type);
}
// prettier-ignore
function FromRest(types) {
    return types.map(type => Awaited(type));
}
/** `[JavaScript]` Constructs a type by recursively unwrapping Promise types */
function Awaited(type, options) {
  return CreateType(
    IsComputed(type)
      ? FromComputed(type.target, type.parameters)
      : IsIntersect(type)
        ? FromIntersect(type.allOf)
        : IsUnion(type)
          ? FromUnion(type.anyOf)
          : kind_IsPromise(type)
            ? FromPromise(type.item)
            : IsRef(type)
              ? FromRef(type.$ref)
              : type,
    options
  );
}

// ./node_modules/@sinclair/typebox/build/esm/type/bigint/bigint.mjs

/** `[JavaScript]` Creates a BigInt type */
function bigint_BigInt(options) {
  return CreateType({ [Kind]: 'BigInt', type: 'bigint' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/boolean/boolean.mjs

/** `[Json]` Creates a Boolean type */
function boolean_Boolean(options) {
  return CreateType({ [Kind]: 'Boolean', type: 'boolean' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/discard/discard.mjs
function DiscardKey(value, key) {
  const { [key]: _, ...rest } = value;
  return rest;
}
/** Discards property keys from the given value. This function returns a shallow Clone. */
function Discard(value, keys) {
  return keys.reduce((acc, key) => DiscardKey(acc, key), value);
}

// ./node_modules/@sinclair/typebox/build/esm/type/mapped/mapped-result.mjs

// prettier-ignore
function MappedResult(properties) {
    return CreateType({
        [Kind]: 'MappedResult',
        properties
    });
}

// ./node_modules/@sinclair/typebox/build/esm/type/optional/optional-from-mapped-result.mjs

// prettier-ignore
function FromProperties(P, F) {
    const Acc = {};
    for (const K2 of globalThis.Object.getOwnPropertyNames(P))
        Acc[K2] = Optional(P[K2], F);
    return Acc;
}
// prettier-ignore
function FromMappedResult(R, F) {
    return FromProperties(R.properties, F);
}
// prettier-ignore
function OptionalFromMappedResult(R, F) {
    const P = FromMappedResult(R, F);
    return MappedResult(P);
}

// ./node_modules/@sinclair/typebox/build/esm/type/optional/optional.mjs

function RemoveOptional(schema) {
  return CreateType(Discard(schema, [OptionalKind]));
}
function AddOptional(schema) {
  return CreateType({ ...schema, [OptionalKind]: 'Optional' });
}
// prettier-ignore
function OptionalWithFlag(schema, F) {
    return (F === false
        ? RemoveOptional(schema)
        : AddOptional(schema));
}
/** `[Json]` Creates a Optional property */
function Optional(schema, enable) {
  const F = enable ?? true;
  return IsMappedResult(schema) ? OptionalFromMappedResult(schema, F) : OptionalWithFlag(schema, F);
}

// ./node_modules/@sinclair/typebox/build/esm/type/intersect/intersect-evaluated.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function IsIntersectOptional(types) {
    return types.every(left => IsOptional(left));
}
// prettier-ignore
function RemoveOptionalFromType(type) {
    return (Discard(type, [OptionalKind]));
}
// prettier-ignore
function RemoveOptionalFromRest(types) {
    return types.map(left => IsOptional(left) ? RemoveOptionalFromType(left) : left);
}
// prettier-ignore
function ResolveIntersect(types, options) {
    return (IsIntersectOptional(types)
        ? Optional(IntersectCreate(RemoveOptionalFromRest(types), options))
        : IntersectCreate(RemoveOptionalFromRest(types), options));
}
/** `[Json]` Creates an evaluated Intersect type */
function IntersectEvaluated(types, options = {}) {
  if (types.length === 1) return CreateType(types[0], options);
  if (types.length === 0) return Never(options);
  if (types.some(schema => IsTransform(schema)))
    throw new Error('Cannot intersect transform types');
  return ResolveIntersect(types, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/union/union-evaluated.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function IsUnionOptional(types) {
    return types.some(type => IsOptional(type));
}
// prettier-ignore
function union_evaluated_RemoveOptionalFromRest(types) {
    return types.map(left => IsOptional(left) ? union_evaluated_RemoveOptionalFromType(left) : left);
}
// prettier-ignore
function union_evaluated_RemoveOptionalFromType(T) {
    return (Discard(T, [OptionalKind]));
}
// prettier-ignore
function ResolveUnion(types, options) {
    const isOptional = IsUnionOptional(types);
    return (isOptional
        ? Optional(UnionCreate(union_evaluated_RemoveOptionalFromRest(types), options))
        : UnionCreate(union_evaluated_RemoveOptionalFromRest(types), options));
}
/** `[Json]` Creates an evaluated Union type */
function UnionEvaluated(T, options) {
  // prettier-ignore
  return (T.length === 1 ? CreateType(T[0], options) :
        T.length === 0 ? Never(options) :
            ResolveUnion(T, options));
}

// ./node_modules/@sinclair/typebox/build/esm/type/template-literal/parse.mjs

// ------------------------------------------------------------------
// TemplateLiteralParserError
// ------------------------------------------------------------------
class TemplateLiteralParserError extends TypeBoxError {}
// -------------------------------------------------------------------
// Unescape
//
// Unescape for these control characters specifically. Note that this
// function is only called on non union group content, and where we
// still want to allow the user to embed control characters in that
// content. For review.
// -------------------------------------------------------------------
// prettier-ignore
function Unescape(pattern) {
    return pattern
        .replace(/\\\$/g, '$')
        .replace(/\\\*/g, '*')
        .replace(/\\\^/g, '^')
        .replace(/\\\|/g, '|')
        .replace(/\\\(/g, '(')
        .replace(/\\\)/g, ')');
}
// -------------------------------------------------------------------
// Control Characters
// -------------------------------------------------------------------
function IsNonEscaped(pattern, index, char) {
  return pattern[index] === char && pattern.charCodeAt(index - 1) !== 92;
}
function IsOpenParen(pattern, index) {
  return IsNonEscaped(pattern, index, '(');
}
function IsCloseParen(pattern, index) {
  return IsNonEscaped(pattern, index, ')');
}
function IsSeparator(pattern, index) {
  return IsNonEscaped(pattern, index, '|');
}
// -------------------------------------------------------------------
// Control Groups
// -------------------------------------------------------------------
function IsGroup(pattern) {
  if (!(IsOpenParen(pattern, 0) && IsCloseParen(pattern, pattern.length - 1))) return false;
  let count = 0;
  for (let index = 0; index < pattern.length; index++) {
    if (IsOpenParen(pattern, index)) count += 1;
    if (IsCloseParen(pattern, index)) count -= 1;
    if (count === 0 && index !== pattern.length - 1) return false;
  }
  return true;
}
// prettier-ignore
function InGroup(pattern) {
    return pattern.slice(1, pattern.length - 1);
}
// prettier-ignore
function IsPrecedenceOr(pattern) {
    let count = 0;
    for (let index = 0; index < pattern.length; index++) {
        if (IsOpenParen(pattern, index))
            count += 1;
        if (IsCloseParen(pattern, index))
            count -= 1;
        if (IsSeparator(pattern, index) && count === 0)
            return true;
    }
    return false;
}
// prettier-ignore
function IsPrecedenceAnd(pattern) {
    for (let index = 0; index < pattern.length; index++) {
        if (IsOpenParen(pattern, index))
            return true;
    }
    return false;
}
// prettier-ignore
function Or(pattern) {
    let [count, start] = [0, 0];
    const expressions = [];
    for (let index = 0; index < pattern.length; index++) {
        if (IsOpenParen(pattern, index))
            count += 1;
        if (IsCloseParen(pattern, index))
            count -= 1;
        if (IsSeparator(pattern, index) && count === 0) {
            const range = pattern.slice(start, index);
            if (range.length > 0)
                expressions.push(TemplateLiteralParse(range));
            start = index + 1;
        }
    }
    const range = pattern.slice(start);
    if (range.length > 0)
        expressions.push(TemplateLiteralParse(range));
    if (expressions.length === 0)
        return { type: 'const', const: '' };
    if (expressions.length === 1)
        return expressions[0];
    return { type: 'or', expr: expressions };
}
// prettier-ignore
function And(pattern) {
    function Group(value, index) {
        if (!IsOpenParen(value, index))
            throw new TemplateLiteralParserError(`TemplateLiteralParser: Index must point to open parens`);
        let count = 0;
        for (let scan = index; scan < value.length; scan++) {
            if (IsOpenParen(value, scan))
                count += 1;
            if (IsCloseParen(value, scan))
                count -= 1;
            if (count === 0)
                return [index, scan];
        }
        throw new TemplateLiteralParserError(`TemplateLiteralParser: Unclosed group parens in expression`);
    }
    function Range(pattern, index) {
        for (let scan = index; scan < pattern.length; scan++) {
            if (IsOpenParen(pattern, scan))
                return [index, scan];
        }
        return [index, pattern.length];
    }
    const expressions = [];
    for (let index = 0; index < pattern.length; index++) {
        if (IsOpenParen(pattern, index)) {
            const [start, end] = Group(pattern, index);
            const range = pattern.slice(start, end + 1);
            expressions.push(TemplateLiteralParse(range));
            index = end;
        }
        else {
            const [start, end] = Range(pattern, index);
            const range = pattern.slice(start, end);
            if (range.length > 0)
                expressions.push(TemplateLiteralParse(range));
            index = end - 1;
        }
    }
    return ((expressions.length === 0) ? { type: 'const', const: '' } :
        (expressions.length === 1) ? expressions[0] :
            { type: 'and', expr: expressions });
}
// ------------------------------------------------------------------
// TemplateLiteralParse
// ------------------------------------------------------------------
/** Parses a pattern and returns an expression tree */
function TemplateLiteralParse(pattern) {
  // prettier-ignore
  return (IsGroup(pattern) ? TemplateLiteralParse(InGroup(pattern)) :
        IsPrecedenceOr(pattern) ? Or(pattern) :
            IsPrecedenceAnd(pattern) ? And(pattern) :
                { type: 'const', const: Unescape(pattern) });
}
// ------------------------------------------------------------------
// TemplateLiteralParseExact
// ------------------------------------------------------------------
/** Parses a pattern and strips forward and trailing ^ and $ */
function TemplateLiteralParseExact(pattern) {
  return TemplateLiteralParse(pattern.slice(1, pattern.length - 1));
}

// ./node_modules/@sinclair/typebox/build/esm/type/template-literal/finite.mjs

// ------------------------------------------------------------------
// TemplateLiteralFiniteError
// ------------------------------------------------------------------
class TemplateLiteralFiniteError extends TypeBoxError {}
// ------------------------------------------------------------------
// IsTemplateLiteralFiniteCheck
// ------------------------------------------------------------------
// prettier-ignore
function IsNumberExpression(expression) {
    return (expression.type === 'or' &&
        expression.expr.length === 2 &&
        expression.expr[0].type === 'const' &&
        expression.expr[0].const === '0' &&
        expression.expr[1].type === 'const' &&
        expression.expr[1].const === '[1-9][0-9]*');
}
// prettier-ignore
function IsBooleanExpression(expression) {
    return (expression.type === 'or' &&
        expression.expr.length === 2 &&
        expression.expr[0].type === 'const' &&
        expression.expr[0].const === 'true' &&
        expression.expr[1].type === 'const' &&
        expression.expr[1].const === 'false');
}
// prettier-ignore
function IsStringExpression(expression) {
    return expression.type === 'const' && expression.const === '.*';
}
// ------------------------------------------------------------------
// IsTemplateLiteralExpressionFinite
// ------------------------------------------------------------------
// prettier-ignore
function IsTemplateLiteralExpressionFinite(expression) {
    return (IsNumberExpression(expression) || IsStringExpression(expression) ? false :
        IsBooleanExpression(expression) ? true :
            (expression.type === 'and') ? expression.expr.every((expr) => IsTemplateLiteralExpressionFinite(expr)) :
                (expression.type === 'or') ? expression.expr.every((expr) => IsTemplateLiteralExpressionFinite(expr)) :
                    (expression.type === 'const') ? true :
                        (() => { throw new TemplateLiteralFiniteError(`Unknown expression type`); })());
}
/** Returns true if this TemplateLiteral resolves to a finite set of values */
function IsTemplateLiteralFinite(schema) {
  const expression = TemplateLiteralParseExact(schema.pattern);
  return IsTemplateLiteralExpressionFinite(expression);
}

// ./node_modules/@sinclair/typebox/build/esm/type/template-literal/generate.mjs

// ------------------------------------------------------------------
// TemplateLiteralGenerateError
// ------------------------------------------------------------------
class TemplateLiteralGenerateError extends TypeBoxError {}
// ------------------------------------------------------------------
// TemplateLiteralExpressionGenerate
// ------------------------------------------------------------------
// prettier-ignore
function* GenerateReduce(buffer) {
    if (buffer.length === 1)
        return yield* buffer[0];
    for (const left of buffer[0]) {
        for (const right of GenerateReduce(buffer.slice(1))) {
            yield `${left}${right}`;
        }
    }
}
// prettier-ignore
function* GenerateAnd(expression) {
    return yield* GenerateReduce(expression.expr.map((expr) => [...TemplateLiteralExpressionGenerate(expr)]));
}
// prettier-ignore
function* GenerateOr(expression) {
    for (const expr of expression.expr)
        yield* TemplateLiteralExpressionGenerate(expr);
}
// prettier-ignore
function* GenerateConst(expression) {
    return yield expression.const;
}
function* TemplateLiteralExpressionGenerate(expression) {
  return expression.type === 'and'
    ? yield* GenerateAnd(expression)
    : expression.type === 'or'
      ? yield* GenerateOr(expression)
      : expression.type === 'const'
        ? yield* GenerateConst(expression)
        : (() => {
            throw new TemplateLiteralGenerateError('Unknown expression');
          })();
}
/** Generates a tuple of strings from the given TemplateLiteral. Returns an empty tuple if infinite. */
function TemplateLiteralGenerate(schema) {
  const expression = TemplateLiteralParseExact(schema.pattern);
  // prettier-ignore
  return (IsTemplateLiteralExpressionFinite(expression)
        ? [...TemplateLiteralExpressionGenerate(expression)]
        : []);
}

// ./node_modules/@sinclair/typebox/build/esm/type/indexed/indexed-property-keys.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function FromTemplateLiteral(templateLiteral) {
    const keys = TemplateLiteralGenerate(templateLiteral);
    return keys.map(key => key.toString());
}
// prettier-ignore
function indexed_property_keys_FromUnion(types) {
    const result = [];
    for (const type of types)
        result.push(...IndexPropertyKeys(type));
    return result;
}
// prettier-ignore
function FromLiteral(literalValue) {
    return ([literalValue.toString()] // TS 5.4 observes TLiteralValue as not having a toString()
    );
}
/** Returns a tuple of PropertyKeys derived from the given TSchema */
// prettier-ignore
function IndexPropertyKeys(type) {
    return [...new Set((IsTemplateLiteral(type) ? FromTemplateLiteral(type) :
            IsUnion(type) ? indexed_property_keys_FromUnion(type.anyOf) :
                IsLiteral(type) ? FromLiteral(type.const) :
                    kind_IsNumber(type) ? ['[number]'] :
                        kind_IsInteger(type) ? ['[number]'] :
                            []))];
}

// ./node_modules/@sinclair/typebox/build/esm/type/indexed/indexed-from-mapped-key.mjs

// prettier-ignore
function MappedIndexPropertyKey(type, key, options) {
    return { [key]: Index(type, [key], Clone(options)) };
}
// prettier-ignore
function MappedIndexPropertyKeys(type, propertyKeys, options) {
    return propertyKeys.reduce((result, left) => {
        return { ...result, ...MappedIndexPropertyKey(type, left, options) };
    }, {});
}
// prettier-ignore
function MappedIndexProperties(type, mappedKey, options) {
    return MappedIndexPropertyKeys(type, mappedKey.keys, options);
}
// prettier-ignore
function IndexFromMappedKey(type, mappedKey, options) {
    const properties = MappedIndexProperties(type, mappedKey, options);
    return MappedResult(properties);
}

// ./node_modules/@sinclair/typebox/build/esm/type/indexed/indexed-from-mapped-result.mjs

// prettier-ignore
function indexed_from_mapped_result_FromProperties(type, properties, options) {
    const result = {};
    for (const K2 of Object.getOwnPropertyNames(properties)) {
        result[K2] = Index(type, IndexPropertyKeys(properties[K2]), options);
    }
    return result;
}
// prettier-ignore
function indexed_from_mapped_result_FromMappedResult(type, mappedResult, options) {
    return indexed_from_mapped_result_FromProperties(type, mappedResult.properties, options);
}
// prettier-ignore
function IndexFromMappedResult(type, mappedResult, options) {
    const properties = indexed_from_mapped_result_FromMappedResult(type, mappedResult, options);
    return MappedResult(properties);
}

// ./node_modules/@sinclair/typebox/build/esm/type/indexed/indexed.mjs
/* unused harmony import specifier */ var indexed_Computed;

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function indexed_FromRest(types, key) {
    return types.map(type => IndexFromPropertyKey(type, key));
}
// prettier-ignore
function FromIntersectRest(types) {
    return types.filter(type => !IsNever(type));
}
// prettier-ignore
function indexed_FromIntersect(types, key) {
    return (IntersectEvaluated(FromIntersectRest(indexed_FromRest(types, key))));
}
// prettier-ignore
function FromUnionRest(types) {
    return (types.some(L => IsNever(L))
        ? []
        : types);
}
// prettier-ignore
function indexed_FromUnion(types, key) {
    return (UnionEvaluated(FromUnionRest(indexed_FromRest(types, key))));
}
// prettier-ignore
function FromTuple(types, key) {
    return (key in types ? types[key] :
        key === '[number]' ? UnionEvaluated(types) :
            Never());
}
// prettier-ignore
function FromArray(type, key) {
    return (key === '[number]'
        ? type
        : Never());
}
// prettier-ignore
function FromProperty(properties, propertyKey) {
    return (propertyKey in properties ? properties[propertyKey] : Never());
}
// prettier-ignore
function IndexFromPropertyKey(type, propertyKey) {
    return (IsIntersect(type) ? indexed_FromIntersect(type.allOf, propertyKey) :
        IsUnion(type) ? indexed_FromUnion(type.anyOf, propertyKey) :
            IsTuple(type) ? FromTuple(type.items ?? [], propertyKey) :
                kind_IsArray(type) ? FromArray(type.items, propertyKey) :
                    kind_IsObject(type) ? FromProperty(type.properties, propertyKey) :
                        Never());
}
// prettier-ignore
function IndexFromPropertyKeys(type, propertyKeys) {
    return propertyKeys.map(propertyKey => IndexFromPropertyKey(type, propertyKey));
}
// prettier-ignore
function FromSchema(type, propertyKeys) {
    return (UnionEvaluated(IndexFromPropertyKeys(type, propertyKeys)));
}
// prettier-ignore
function IndexFromComputed(type, key) {
    return indexed_Computed('Index', [type, key]);
}
/** `[Json]` Returns an Indexed property type for the given keys */
function Index(type, key, options) {
  // computed-type
  if (IsRef(type) || IsRef(key)) {
    const error = `Index types using Ref parameters require both Type and Key to be of TSchema`;
    if (!IsSchema(type) || !IsSchema(key)) throw new TypeBoxError(error);
    return Computed('Index', [type, key]);
  }
  // mapped-types
  if (IsMappedResult(key)) return IndexFromMappedResult(type, key, options);
  if (IsMappedKey(key)) return IndexFromMappedKey(type, key, options);
  // prettier-ignore
  return CreateType(IsSchema(key)
        ? FromSchema(type, IndexPropertyKeys(key))
        : FromSchema(type, key), options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/sets/set.mjs
/** Returns true if element right is in the set of left */
// prettier-ignore
function SetIncludes(T, S) {
    return T.includes(S);
}
/** Returns true if left is a subset of right */
function SetIsSubset(T, S) {
  return T.every(L => SetIncludes(S, L));
}
/** Returns a distinct set of elements */
function SetDistinct(T) {
  return [...new Set(T)];
}
/** Returns the Intersect of the given sets */
function SetIntersect(T, S) {
  return T.filter(L => S.includes(L));
}
/** Returns the Union of the given sets */
function SetUnion(T, S) {
  return [...T, ...S];
}
/** Returns the Complement by omitting elements in T that are in S */
// prettier-ignore
function SetComplement(T, S) {
    return T.filter(L => !S.includes(L));
}
// prettier-ignore
function SetIntersectManyResolve(T, Init) {
    return T.reduce((Acc, L) => {
        return SetIntersect(Acc, L);
    }, Init);
}
// prettier-ignore
function SetIntersectMany(T) {
    return (T.length === 1
        ? T[0]
        // Use left to initialize the accumulator for resolve
        : T.length > 1
            ? SetIntersectManyResolve(T.slice(1), T[0])
            : []);
}
/** Returns the Union of multiple sets */
function SetUnionMany(T) {
  const Acc = [];
  for (const L of T) Acc.push(...L);
  return Acc;
}

// ./node_modules/@sinclair/typebox/build/esm/type/keyof/keyof-property-keys.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function keyof_property_keys_FromRest(types) {
    const result = [];
    for (const L of types)
        result.push(KeyOfPropertyKeys(L));
    return result;
}
// prettier-ignore
function keyof_property_keys_FromIntersect(types) {
    const propertyKeysArray = keyof_property_keys_FromRest(types);
    const propertyKeys = SetUnionMany(propertyKeysArray);
    return propertyKeys;
}
// prettier-ignore
function keyof_property_keys_FromUnion(types) {
    const propertyKeysArray = keyof_property_keys_FromRest(types);
    const propertyKeys = SetIntersectMany(propertyKeysArray);
    return propertyKeys;
}
// prettier-ignore
function keyof_property_keys_FromTuple(types) {
    return types.map((_, indexer) => indexer.toString());
}
// prettier-ignore
function keyof_property_keys_FromArray(_) {
    return (['[number]']);
}
// prettier-ignore
function keyof_property_keys_FromProperties(T) {
    return (globalThis.Object.getOwnPropertyNames(T));
}
// ------------------------------------------------------------------
// FromPatternProperties
// ------------------------------------------------------------------
// prettier-ignore
function FromPatternProperties(patternProperties) {
    if (!includePatternProperties)
        return [];
    const patternPropertyKeys = globalThis.Object.getOwnPropertyNames(patternProperties);
    return patternPropertyKeys.map(key => {
        return (key[0] === '^' && key[key.length - 1] === '$')
            ? key.slice(1, key.length - 1)
            : key;
    });
}
/** Returns a tuple of PropertyKeys derived from the given TSchema. */
// prettier-ignore
function KeyOfPropertyKeys(type) {
    return (IsIntersect(type) ? keyof_property_keys_FromIntersect(type.allOf) :
        IsUnion(type) ? keyof_property_keys_FromUnion(type.anyOf) :
            IsTuple(type) ? keyof_property_keys_FromTuple(type.items ?? []) :
                kind_IsArray(type) ? keyof_property_keys_FromArray(type.items) :
                    kind_IsObject(type) ? keyof_property_keys_FromProperties(type.properties) :
                        IsRecord(type) ? FromPatternProperties(type.patternProperties) :
                            []);
}
// ----------------------------------------------------------------
// KeyOfPattern
// ----------------------------------------------------------------
let includePatternProperties = false;
/** Returns a regular expression pattern derived from the given TSchema */
function KeyOfPattern(schema) {
  includePatternProperties = true;
  const keys = KeyOfPropertyKeys(schema);
  includePatternProperties = false;
  const pattern = keys.map(key => `(${key})`);
  return `^(${pattern.join('|')})$`;
}

// ./node_modules/@sinclair/typebox/build/esm/type/object/object.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

/** Creates a RequiredArray derived from the given TProperties value. */
function RequiredArray(properties) {
  return globalThis.Object.keys(properties).filter(key => !IsOptional(properties[key]));
}
/** `[Json]` Creates an Object type */
function _Object_(properties, options) {
  const required = RequiredArray(properties);
  const schema =
    required.length > 0
      ? { [Kind]: 'Object', type: 'object', required, properties }
      : { [Kind]: 'Object', type: 'object', properties };
  return CreateType(schema, options);
}
// ------------------------------------------------------------------
// TypeScript 7: CommonJS TS2441
//
// TypeScript generates a CommonJS shim that patches local variables
// via an unqualified reference to Object (e.g. the __esModule shim's
// Object.defineProperty call). Other compiler tools have been
// observed patching in the same way, but TypeScript 7 has correctly
// begun flagging variables named Object in CommonJS, since they
// conflict with the shim and can cause "used before definition"
// errors. This is CommonJS-specific; no such shim exists for ESM.
//
// TypeBox works around this using a `var` declaration, which is
// known to avoid use-before-definition errors. TypeBox 1.x employs
// a similar strategy.
// ------------------------------------------------------------------
/** `[Json]` Creates an Object type */
// @ts-ignore - error TS2441: Duplicate identifier 'Object'. Compiler reserves name 'Object' in top level scope of a module.
var object_Object = _Object_;

// ./node_modules/@sinclair/typebox/build/esm/type/composite/composite.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function CompositeKeys(T) {
    const Acc = [];
    for (const L of T)
        Acc.push(...KeyOfPropertyKeys(L));
    return SetDistinct(Acc);
}
// prettier-ignore
function FilterNever(T) {
    return T.filter(L => !IsNever(L));
}
// prettier-ignore
function CompositeProperty(T, K) {
    const Acc = [];
    for (const L of T)
        Acc.push(...IndexFromPropertyKeys(L, [K]));
    return FilterNever(Acc);
}
// prettier-ignore
function CompositeProperties(T, K) {
    const Acc = {};
    for (const L of K) {
        Acc[L] = IntersectEvaluated(CompositeProperty(T, L));
    }
    return Acc;
}
// prettier-ignore
function Composite(T, options) {
    const K = CompositeKeys(T);
    const P = CompositeProperties(T, K);
    const R = object_Object(P, options);
    return R;
}

// ./node_modules/@sinclair/typebox/build/esm/type/date/date.mjs

/** `[JavaScript]` Creates a Date type */
function date_Date(options) {
  return CreateType({ [Kind]: 'Date', type: 'Date' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/function/function.mjs

/** `[JavaScript]` Creates a Function type */
function function_Function(parameters, returns, options) {
  return CreateType({ [Kind]: 'Function', type: 'Function', parameters, returns }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/literal/literal.mjs

/** `[Json]` Creates a Literal type */
function Literal(value, options) {
  return CreateType(
    {
      [Kind]: 'Literal',
      const: value,
      type: typeof value,
    },
    options
  );
}

// ./node_modules/@sinclair/typebox/build/esm/type/null/null.mjs

/** `[Json]` Creates a Null type */
function Null(options) {
  return CreateType({ [Kind]: 'Null', type: 'null' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/symbol/symbol.mjs

/** `[JavaScript]` Creates a Symbol type */
function symbol_Symbol(options) {
  return CreateType({ [Kind]: 'Symbol', type: 'symbol' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/tuple/tuple.mjs

/** `[Json]` Creates a Tuple type */
function Tuple(types, options) {
  // prettier-ignore
  return CreateType(types.length > 0 ?
        { [Kind]: 'Tuple', type: 'array', items: types, additionalItems: false, minItems: types.length, maxItems: types.length } :
        { [Kind]: 'Tuple', type: 'array', minItems: types.length, maxItems: types.length }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/readonly/readonly-from-mapped-result.mjs

// prettier-ignore
function readonly_from_mapped_result_FromProperties(K, F) {
    const Acc = {};
    for (const K2 of globalThis.Object.getOwnPropertyNames(K))
        Acc[K2] = Readonly(K[K2], F);
    return Acc;
}
// prettier-ignore
function readonly_from_mapped_result_FromMappedResult(R, F) {
    return readonly_from_mapped_result_FromProperties(R.properties, F);
}
// prettier-ignore
function ReadonlyFromMappedResult(R, F) {
    const P = readonly_from_mapped_result_FromMappedResult(R, F);
    return MappedResult(P);
}

// ./node_modules/@sinclair/typebox/build/esm/type/readonly/readonly.mjs

function RemoveReadonly(schema) {
  return CreateType(Discard(schema, [ReadonlyKind]));
}
function AddReadonly(schema) {
  return CreateType({ ...schema, [ReadonlyKind]: 'Readonly' });
}
// prettier-ignore
function ReadonlyWithFlag(schema, F) {
    return (F === false
        ? RemoveReadonly(schema)
        : AddReadonly(schema));
}
/** `[Json]` Creates a Readonly property */
function Readonly(schema, enable) {
  const F = enable ?? true;
  return IsMappedResult(schema) ? ReadonlyFromMappedResult(schema, F) : ReadonlyWithFlag(schema, F);
}

// ./node_modules/@sinclair/typebox/build/esm/type/undefined/undefined.mjs

/** `[JavaScript]` Creates a Undefined type */
function Undefined(options) {
  return CreateType({ [Kind]: 'Undefined', type: 'undefined' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/uint8array/uint8array.mjs

/** `[JavaScript]` Creates a Uint8Array type */
function uint8array_Uint8Array(options) {
  return CreateType({ [Kind]: 'Uint8Array', type: 'Uint8Array' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/unknown/unknown.mjs

/** `[Json]` Creates an Unknown type */
function Unknown(options) {
  return CreateType({ [Kind]: 'Unknown' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/const/const.mjs

// ------------------------------------------------------------------
// ValueGuard
// ------------------------------------------------------------------

// prettier-ignore
function const_FromArray(T) {
    return T.map(L => FromValue(L, false));
}
// prettier-ignore
function const_FromProperties(value) {
    const Acc = {};
    for (const K of globalThis.Object.getOwnPropertyNames(value))
        Acc[K] = Readonly(FromValue(value[K], false));
    return Acc;
}
function ConditionalReadonly(T, root) {
  return root === true ? T : Readonly(T);
}
// prettier-ignore
function FromValue(value, root) {
    return (value_IsAsyncIterator(value) ? ConditionalReadonly(Any(), root) :
        value_IsIterator(value) ? ConditionalReadonly(Any(), root) :
            value_IsArray(value) ? Readonly(Tuple(const_FromArray(value))) :
                value_IsUint8Array(value) ? uint8array_Uint8Array() :
                    value_IsDate(value) ? date_Date() :
                        value_IsObject(value) ? ConditionalReadonly(object_Object(const_FromProperties(value)), root) :
                            value_IsFunction(value) ? ConditionalReadonly(function_Function([], Unknown()), root) :
                                value_IsUndefined(value) ? Undefined() :
                                    value_IsNull(value) ? Null() :
                                        value_IsSymbol(value) ? symbol_Symbol() :
                                            value_IsBigInt(value) ? bigint_BigInt() :
                                                value_IsNumber(value) ? Literal(value) :
                                                    value_IsBoolean(value) ? Literal(value) :
                                                        value_IsString(value) ? Literal(value) :
                                                            object_Object({}));
}
/** `[JavaScript]` Creates a readonly const type from the given value. */
function Const(T, options) {
  return CreateType(FromValue(T, true), options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/constructor/constructor.mjs

/** `[JavaScript]` Creates a Constructor type */
function Constructor(parameters, returns, options) {
  return CreateType({ [Kind]: 'Constructor', type: 'Constructor', parameters, returns }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/constructor-parameters/constructor-parameters.mjs

/** `[JavaScript]` Extracts the ConstructorParameters from the given Constructor type */
function ConstructorParameters(schema, options) {
  return IsConstructor(schema) ? Tuple(schema.parameters, options) : Never(options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/enum/enum.mjs

// ------------------------------------------------------------------
// ValueGuard
// ------------------------------------------------------------------

/** `[Json]` Creates a Enum type */
function Enum(item, options) {
  if (value_IsUndefined(item)) throw new Error('Enum undefined or empty');
  const values1 = globalThis.Object.getOwnPropertyNames(item)
    .filter(key => isNaN(key))
    .map(key => item[key]);
  const values2 = [...new Set(values1)];
  const anyOf = values2.map(value => Literal(value));
  return Union(anyOf, { ...options, [Hint]: 'Enum' });
}

// ./node_modules/@sinclair/typebox/build/esm/type/number/number.mjs

/** `[Json]` Creates a Number type */
function number_Number(options) {
  return CreateType({ [Kind]: 'Number', type: 'number' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/string/string.mjs

/** `[Json]` Creates a String type */
function string_String(options) {
  return CreateType({ [Kind]: 'String', type: 'string' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/template-literal/union.mjs

/** Returns a Union from the given TemplateLiteral */
function TemplateLiteralToUnion(schema) {
  const R = TemplateLiteralGenerate(schema);
  const L = R.map(S => Literal(S));
  return UnionEvaluated(L);
}

// ./node_modules/@sinclair/typebox/build/esm/type/patterns/patterns.mjs
const PatternBoolean = '(true|false)';
const PatternNumber = '(0|[1-9][0-9]*)';
const PatternString = '(.*)';
const PatternNever = '(?!.*)';
const PatternBooleanExact = /* unused pure expression or super */ null && `^${PatternBoolean}$`;
const PatternNumberExact = `^${PatternNumber}$`;
const PatternStringExact = `^${PatternString}$`;
const PatternNeverExact = `^${PatternNever}$`;

// ./node_modules/@sinclair/typebox/build/esm/type/guard/type.mjs
/* unused harmony import specifier */ var type_ValueGuard;
/* unused harmony import specifier */ var type_ReadonlyKind;
/* unused harmony import specifier */ var type_Hint;
/* unused harmony import specifier */ var type_TypeBoxError;

class TypeGuardUnknownTypeError
  extends /* unused pure expression or super */ (null && type_TypeBoxError) {}
const KnownTypes = [
  'Argument',
  'Any',
  'Array',
  'AsyncIterator',
  'BigInt',
  'Boolean',
  'Computed',
  'Constructor',
  'Date',
  'Enum',
  'Function',
  'Integer',
  'Intersect',
  'Iterator',
  'Literal',
  'MappedKey',
  'MappedResult',
  'Not',
  'Null',
  'Number',
  'Object',
  'Promise',
  'Record',
  'Ref',
  'RegExp',
  'String',
  'Symbol',
  'TemplateLiteral',
  'This',
  'Tuple',
  'Undefined',
  'Union',
  'Uint8Array',
  'Unknown',
  'Void',
];
function IsPattern(value) {
  try {
    new RegExp(value);
    return true;
  } catch {
    return false;
  }
}
function IsControlCharacterFree(value) {
  if (!value_IsString(value)) return false;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if ((code >= 7 && code <= 13) || code === 27 || code === 127) {
      return false;
    }
  }
  return true;
}
function IsAdditionalProperties(value) {
  return IsOptionalBoolean(value) || type_IsSchema(value);
}
function IsOptionalBigInt(value) {
  return value_IsUndefined(value) || value_IsBigInt(value);
}
function IsOptionalNumber(value) {
  return value_IsUndefined(value) || value_IsNumber(value);
}
function IsOptionalBoolean(value) {
  return value_IsUndefined(value) || value_IsBoolean(value);
}
function IsOptionalString(value) {
  return value_IsUndefined(value) || value_IsString(value);
}
function IsOptionalPattern(value) {
  return (
    value_IsUndefined(value) ||
    (value_IsString(value) && IsControlCharacterFree(value) && IsPattern(value))
  );
}
function IsOptionalFormat(value) {
  return value_IsUndefined(value) || (value_IsString(value) && IsControlCharacterFree(value));
}
function IsOptionalSchema(value) {
  return value_IsUndefined(value) || type_IsSchema(value);
}
// ------------------------------------------------------------------
// Modifiers
// ------------------------------------------------------------------
/** Returns true if this value has a Readonly symbol */
function type_IsReadonly(value) {
  return type_ValueGuard.IsObject(value) && value[type_ReadonlyKind] === 'Readonly';
}
/** Returns true if this value has a Optional symbol */
function type_IsOptional(value) {
  return value_IsObject(value) && value[OptionalKind] === 'Optional';
}
// ------------------------------------------------------------------
// Types
// ------------------------------------------------------------------
/** Returns true if the given value is TAny */
function type_IsAny(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Any') &&
        IsOptionalString(value.$id));
}
/** Returns true if the given value is TArgument */
function type_IsArgument(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Argument') &&
        value_IsNumber(value.index));
}
/** Returns true if the given value is TArray */
function type_IsArray(value) {
  return (
    type_IsKindOf(value, 'Array') &&
    value.type === 'array' &&
    IsOptionalString(value.$id) &&
    type_IsSchema(value.items) &&
    IsOptionalNumber(value.minItems) &&
    IsOptionalNumber(value.maxItems) &&
    IsOptionalBoolean(value.uniqueItems) &&
    IsOptionalSchema(value.contains) &&
    IsOptionalNumber(value.minContains) &&
    IsOptionalNumber(value.maxContains)
  );
}
/** Returns true if the given value is TAsyncIterator */
function type_IsAsyncIterator(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'AsyncIterator') &&
        value.type === 'AsyncIterator' &&
        IsOptionalString(value.$id) &&
        type_IsSchema(value.items));
}
/** Returns true if the given value is TBigInt */
function type_IsBigInt(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'BigInt') &&
        value.type === 'bigint' &&
        IsOptionalString(value.$id) &&
        IsOptionalBigInt(value.exclusiveMaximum) &&
        IsOptionalBigInt(value.exclusiveMinimum) &&
        IsOptionalBigInt(value.maximum) &&
        IsOptionalBigInt(value.minimum) &&
        IsOptionalBigInt(value.multipleOf));
}
/** Returns true if the given value is TBoolean */
function type_IsBoolean(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Boolean') &&
        value.type === 'boolean' &&
        IsOptionalString(value.$id));
}
/** Returns true if the given value is TComputed */
function type_IsComputed(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Computed') &&
        value_IsString(value.target) &&
        value_IsArray(value.parameters) &&
        value.parameters.every((schema) => type_IsSchema(schema)));
}
/** Returns true if the given value is TConstructor */
function type_IsConstructor(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Constructor') &&
        value.type === 'Constructor' &&
        IsOptionalString(value.$id) &&
        value_IsArray(value.parameters) &&
        value.parameters.every(schema => type_IsSchema(schema)) &&
        type_IsSchema(value.returns));
}
/** Returns true if the given value is TDate */
function type_IsDate(value) {
  return (
    type_IsKindOf(value, 'Date') &&
    value.type === 'Date' &&
    IsOptionalString(value.$id) &&
    IsOptionalNumber(value.exclusiveMaximumTimestamp) &&
    IsOptionalNumber(value.exclusiveMinimumTimestamp) &&
    IsOptionalNumber(value.maximumTimestamp) &&
    IsOptionalNumber(value.minimumTimestamp) &&
    IsOptionalNumber(value.multipleOfTimestamp)
  );
}
/** Returns true if the given value is TFunction */
function type_IsFunction(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Function') &&
        value.type === 'Function' &&
        IsOptionalString(value.$id) &&
        value_IsArray(value.parameters) &&
        value.parameters.every(schema => type_IsSchema(schema)) &&
        type_IsSchema(value.returns));
}
/** Returns true if the given value is TImport */
function type_IsImport(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Import') &&
        type_ValueGuard.HasPropertyKey(value, '$defs') &&
        type_ValueGuard.IsObject(value.$defs) &&
        type_IsProperties(value.$defs) &&
        type_ValueGuard.HasPropertyKey(value, '$ref') &&
        type_ValueGuard.IsString(value.$ref) &&
        value.$ref in value.$defs // required
    );
}
/** Returns true if the given value is TInteger */
function type_IsInteger(value) {
  return (
    type_IsKindOf(value, 'Integer') &&
    value.type === 'integer' &&
    IsOptionalString(value.$id) &&
    IsOptionalNumber(value.exclusiveMaximum) &&
    IsOptionalNumber(value.exclusiveMinimum) &&
    IsOptionalNumber(value.maximum) &&
    IsOptionalNumber(value.minimum) &&
    IsOptionalNumber(value.multipleOf)
  );
}
/** Returns true if the given schema is TProperties */
function type_IsProperties(value) {
  // prettier-ignore
  return (value_IsObject(value) &&
        Object.entries(value).every(([key, schema]) => IsControlCharacterFree(key) && type_IsSchema(schema)));
}
/** Returns true if the given value is TIntersect */
function type_IsIntersect(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Intersect') &&
        (value_IsString(value.type) && value.type !== 'object' ? false : true) &&
        value_IsArray(value.allOf) &&
        value.allOf.every(schema => type_IsSchema(schema) && !type_IsTransform(schema)) &&
        IsOptionalString(value.type) &&
        (IsOptionalBoolean(value.unevaluatedProperties) || IsOptionalSchema(value.unevaluatedProperties)) &&
        IsOptionalString(value.$id));
}
/** Returns true if the given value is TIterator */
function type_IsIterator(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Iterator') &&
        value.type === 'Iterator' &&
        IsOptionalString(value.$id) &&
        type_IsSchema(value.items));
}
/** Returns true if the given value is a TKind with the given name. */
function type_IsKindOf(value, kind) {
  return value_IsObject(value) && Kind in value && value[Kind] === kind;
}
/** Returns true if the given value is TLiteral<string> */
function type_IsLiteralString(value) {
  return type_IsLiteral(value) && value_IsString(value.const);
}
/** Returns true if the given value is TLiteral<number> */
function type_IsLiteralNumber(value) {
  return type_IsLiteral(value) && value_IsNumber(value.const);
}
/** Returns true if the given value is TLiteral<boolean> */
function type_IsLiteralBoolean(value) {
  return type_IsLiteral(value) && value_IsBoolean(value.const);
}
/** Returns true if the given value is TLiteral */
function type_IsLiteral(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Literal') &&
        IsOptionalString(value.$id) && type_IsLiteralValue(value.const));
}
/** Returns true if the given value is a TLiteralValue */
function type_IsLiteralValue(value) {
  return value_IsBoolean(value) || value_IsNumber(value) || value_IsString(value);
}
/** Returns true if the given value is a TMappedKey */
function type_IsMappedKey(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'MappedKey') &&
        value_IsArray(value.keys) &&
        value.keys.every(key => value_IsNumber(key) || value_IsString(key)));
}
/** Returns true if the given value is TMappedResult */
function type_IsMappedResult(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'MappedResult') &&
        type_IsProperties(value.properties));
}
/** Returns true if the given value is TNever */
function type_IsNever(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Never') &&
        value_IsObject(value.not) &&
        Object.getOwnPropertyNames(value.not).length === 0);
}
/** Returns true if the given value is TNot */
function type_IsNot(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Not') &&
        type_IsSchema(value.not));
}
/** Returns true if the given value is TNull */
function type_IsNull(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Null') &&
        value.type === 'null' &&
        IsOptionalString(value.$id));
}
/** Returns true if the given value is TNumber */
function type_IsNumber(value) {
  return (
    type_IsKindOf(value, 'Number') &&
    value.type === 'number' &&
    IsOptionalString(value.$id) &&
    IsOptionalNumber(value.exclusiveMaximum) &&
    IsOptionalNumber(value.exclusiveMinimum) &&
    IsOptionalNumber(value.maximum) &&
    IsOptionalNumber(value.minimum) &&
    IsOptionalNumber(value.multipleOf)
  );
}
/** Returns true if the given value is TObject */
function type_IsObject(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Object') &&
        value.type === 'object' &&
        IsOptionalString(value.$id) &&
        type_IsProperties(value.properties) &&
        IsAdditionalProperties(value.additionalProperties) &&
        IsOptionalNumber(value.minProperties) &&
        IsOptionalNumber(value.maxProperties));
}
/** Returns true if the given value is TPromise */
function type_IsPromise(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Promise') &&
        value.type === 'Promise' &&
        IsOptionalString(value.$id) &&
        type_IsSchema(value.item));
}
/** Returns true if the given value is TRecord */
function type_IsRecord(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Record') &&
        value.type === 'object' &&
        IsOptionalString(value.$id) &&
        IsAdditionalProperties(value.additionalProperties) &&
        value_IsObject(value.patternProperties) &&
        ((schema) => {
            const keys = Object.getOwnPropertyNames(schema.patternProperties);
            return (keys.length === 1 &&
                IsPattern(keys[0]) &&
                value_IsObject(schema.patternProperties) &&
                type_IsSchema(schema.patternProperties[keys[0]]));
        })(value));
}
/** Returns true if this value is TRecursive */
function type_IsRecursive(value) {
  return type_ValueGuard.IsObject(value) && type_Hint in value && value[type_Hint] === 'Recursive';
}
/** Returns true if the given value is TRef */
function type_IsRef(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Ref') &&
        IsOptionalString(value.$id) &&
        value_IsString(value.$ref));
}
/** Returns true if the given value is TRegExp */
function type_IsRegExp(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'RegExp') &&
        IsOptionalString(value.$id) &&
        value_IsString(value.source) &&
        value_IsString(value.flags) &&
        IsOptionalNumber(value.maxLength) &&
        IsOptionalNumber(value.minLength));
}
/** Returns true if the given value is TString */
function type_IsString(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'String') &&
        value.type === 'string' &&
        IsOptionalString(value.$id) &&
        IsOptionalNumber(value.minLength) &&
        IsOptionalNumber(value.maxLength) &&
        IsOptionalPattern(value.pattern) &&
        IsOptionalFormat(value.format));
}
/** Returns true if the given value is TSymbol */
function type_IsSymbol(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Symbol') &&
        value.type === 'symbol' &&
        IsOptionalString(value.$id));
}
/** Returns true if the given value is TTemplateLiteral */
function type_IsTemplateLiteral(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'TemplateLiteral') &&
        value.type === 'string' &&
        value_IsString(value.pattern) &&
        value.pattern[0] === '^' &&
        value.pattern[value.pattern.length - 1] === '$');
}
/** Returns true if the given value is TThis */
function type_IsThis(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'This') &&
        IsOptionalString(value.$id) &&
        value_IsString(value.$ref));
}
/** Returns true of this value is TTransform */
function type_IsTransform(value) {
  return value_IsObject(value) && TransformKind in value;
}
/** Returns true if the given value is TTuple */
function type_IsTuple(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Tuple') &&
        value.type === 'array' &&
        IsOptionalString(value.$id) &&
        value_IsNumber(value.minItems) &&
        value_IsNumber(value.maxItems) &&
        value.minItems === value.maxItems &&
        (( // empty
        value_IsUndefined(value.items) &&
            value_IsUndefined(value.additionalItems) &&
            value.minItems === 0) || (value_IsArray(value.items) &&
            value.items.every(schema => type_IsSchema(schema)))));
}
/** Returns true if the given value is TUndefined */
function type_IsUndefined(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Undefined') &&
        value.type === 'undefined' &&
        IsOptionalString(value.$id));
}
/** Returns true if the given value is TUnion<Literal<string | number>[]> */
function IsUnionLiteral(value) {
  return (
    type_IsUnion(value) &&
    value.anyOf.every(schema => type_IsLiteralString(schema) || type_IsLiteralNumber(schema))
  );
}
/** Returns true if the given value is TUnion */
function type_IsUnion(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Union') &&
        IsOptionalString(value.$id) &&
        value_IsObject(value) &&
        value_IsArray(value.anyOf) &&
        value.anyOf.every(schema => type_IsSchema(schema)));
}
/** Returns true if the given value is TUint8Array */
function type_IsUint8Array(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Uint8Array') &&
        value.type === 'Uint8Array' &&
        IsOptionalString(value.$id) &&
        IsOptionalNumber(value.minByteLength) &&
        IsOptionalNumber(value.maxByteLength));
}
/** Returns true if the given value is TUnknown */
function type_IsUnknown(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Unknown') &&
        IsOptionalString(value.$id));
}
/** Returns true if the given value is a raw TUnsafe */
function type_IsUnsafe(value) {
  return type_IsKindOf(value, 'Unsafe');
}
/** Returns true if the given value is TVoid */
function type_IsVoid(value) {
  // prettier-ignore
  return (type_IsKindOf(value, 'Void') &&
        value.type === 'void' &&
        IsOptionalString(value.$id));
}
/** Returns true if the given value is TKind */
function type_IsKind(value) {
  return (
    value_IsObject(value) &&
    Kind in value &&
    value_IsString(value[Kind]) &&
    !KnownTypes.includes(value[Kind])
  );
}
/** Returns true if the given value is TSchema */
function type_IsSchema(value) {
  // prettier-ignore
  return (value_IsObject(value)) && (type_IsAny(value) ||
        type_IsArgument(value) ||
        type_IsArray(value) ||
        type_IsBoolean(value) ||
        type_IsBigInt(value) ||
        type_IsAsyncIterator(value) ||
        type_IsComputed(value) ||
        type_IsConstructor(value) ||
        type_IsDate(value) ||
        type_IsFunction(value) ||
        type_IsInteger(value) ||
        type_IsIntersect(value) ||
        type_IsIterator(value) ||
        type_IsLiteral(value) ||
        type_IsMappedKey(value) ||
        type_IsMappedResult(value) ||
        type_IsNever(value) ||
        type_IsNot(value) ||
        type_IsNull(value) ||
        type_IsNumber(value) ||
        type_IsObject(value) ||
        type_IsPromise(value) ||
        type_IsRecord(value) ||
        type_IsRef(value) ||
        type_IsRegExp(value) ||
        type_IsString(value) ||
        type_IsSymbol(value) ||
        type_IsTemplateLiteral(value) ||
        type_IsThis(value) ||
        type_IsTuple(value) ||
        type_IsUndefined(value) ||
        type_IsUnion(value) ||
        type_IsUint8Array(value) ||
        type_IsUnknown(value) ||
        type_IsUnsafe(value) ||
        type_IsVoid(value) ||
        type_IsKind(value));
}

// ./node_modules/@sinclair/typebox/build/esm/type/extends/extends-check.mjs

class ExtendsResolverError extends TypeBoxError {}
var ExtendsResult;
(function (ExtendsResult) {
  ExtendsResult[(ExtendsResult['Union'] = 0)] = 'Union';
  ExtendsResult[(ExtendsResult['True'] = 1)] = 'True';
  ExtendsResult[(ExtendsResult['False'] = 2)] = 'False';
})(ExtendsResult || (ExtendsResult = {}));
// ------------------------------------------------------------------
// IntoBooleanResult
// ------------------------------------------------------------------
// prettier-ignore
function IntoBooleanResult(result) {
    return result === ExtendsResult.False ? result : ExtendsResult.True;
}
// ------------------------------------------------------------------
// Throw
// ------------------------------------------------------------------
// prettier-ignore
function Throw(message) {
    throw new ExtendsResolverError(message);
}
// ------------------------------------------------------------------
// StructuralRight
// ------------------------------------------------------------------
// prettier-ignore
function IsStructuralRight(right) {
    return (type_IsNever(right) ||
        type_IsIntersect(right) ||
        type_IsUnion(right) ||
        type_IsUnknown(right) ||
        type_IsAny(right));
}
// prettier-ignore
function StructuralRight(left, right) {
    return (type_IsNever(right) ? FromNeverRight(left, right) :
        type_IsIntersect(right) ? FromIntersectRight(left, right) :
            type_IsUnion(right) ? FromUnionRight(left, right) :
                type_IsUnknown(right) ? FromUnknownRight(left, right) :
                    type_IsAny(right) ? FromAnyRight(left, right) :
                        Throw('StructuralRight'));
}
// ------------------------------------------------------------------
// Any
// ------------------------------------------------------------------
// prettier-ignore
function FromAnyRight(left, right) {
    return ExtendsResult.True;
}
// prettier-ignore
function FromAny(left, right) {
    return (type_IsIntersect(right) ? FromIntersectRight(left, right) :
        (type_IsUnion(right) && right.anyOf.some((schema) => type_IsAny(schema) || type_IsUnknown(schema))) ? ExtendsResult.True :
            type_IsUnion(right) ? ExtendsResult.Union :
                type_IsUnknown(right) ? ExtendsResult.True :
                    type_IsAny(right) ? ExtendsResult.True :
                        ExtendsResult.Union);
}
// ------------------------------------------------------------------
// Array
// ------------------------------------------------------------------
// prettier-ignore
function FromArrayRight(left, right) {
    return (type_IsUnknown(left) ? ExtendsResult.False :
        type_IsAny(left) ? ExtendsResult.Union :
            type_IsNever(left) ? ExtendsResult.True :
                ExtendsResult.False);
}
// prettier-ignore
function extends_check_FromArray(left, right) {
    return (type_IsObject(right) && IsObjectArrayLike(right) ? ExtendsResult.True :
        IsStructuralRight(right) ? StructuralRight(left, right) :
            !type_IsArray(right) ? ExtendsResult.False :
                IntoBooleanResult(extends_check_Visit(left.items, right.items)));
}
// ------------------------------------------------------------------
// AsyncIterator
// ------------------------------------------------------------------
// prettier-ignore
function FromAsyncIterator(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        !type_IsAsyncIterator(right) ? ExtendsResult.False :
            IntoBooleanResult(extends_check_Visit(left.items, right.items)));
}
// ------------------------------------------------------------------
// BigInt
// ------------------------------------------------------------------
// prettier-ignore
function FromBigInt(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            type_IsRecord(right) ? FromRecordRight(left, right) :
                type_IsBigInt(right) ? ExtendsResult.True :
                    ExtendsResult.False);
}
// ------------------------------------------------------------------
// Boolean
// ------------------------------------------------------------------
// prettier-ignore
function FromBooleanRight(left, right) {
    return (type_IsLiteralBoolean(left) ? ExtendsResult.True :
        type_IsBoolean(left) ? ExtendsResult.True :
            ExtendsResult.False);
}
// prettier-ignore
function FromBoolean(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            type_IsRecord(right) ? FromRecordRight(left, right) :
                type_IsBoolean(right) ? ExtendsResult.True :
                    ExtendsResult.False);
}
// ------------------------------------------------------------------
// Constructor
// ------------------------------------------------------------------
// prettier-ignore
function FromConstructor(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            !type_IsConstructor(right) ? ExtendsResult.False :
                left.parameters.length > right.parameters.length ? ExtendsResult.False :
                    (!left.parameters.every((schema, index) => IntoBooleanResult(extends_check_Visit(right.parameters[index], schema)) === ExtendsResult.True)) ? ExtendsResult.False :
                        IntoBooleanResult(extends_check_Visit(left.returns, right.returns)));
}
// ------------------------------------------------------------------
// Date
// ------------------------------------------------------------------
// prettier-ignore
function FromDate(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            type_IsRecord(right) ? FromRecordRight(left, right) :
                type_IsDate(right) ? ExtendsResult.True :
                    ExtendsResult.False);
}
// ------------------------------------------------------------------
// Function
// ------------------------------------------------------------------
// prettier-ignore
function FromFunction(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            !type_IsFunction(right) ? ExtendsResult.False :
                left.parameters.length > right.parameters.length ? ExtendsResult.False :
                    (!left.parameters.every((schema, index) => IntoBooleanResult(extends_check_Visit(right.parameters[index], schema)) === ExtendsResult.True)) ? ExtendsResult.False :
                        IntoBooleanResult(extends_check_Visit(left.returns, right.returns)));
}
// ------------------------------------------------------------------
// Integer
// ------------------------------------------------------------------
// prettier-ignore
function FromIntegerRight(left, right) {
    return (type_IsLiteral(left) && value_IsNumber(left.const) ? ExtendsResult.True :
        type_IsNumber(left) || type_IsInteger(left) ? ExtendsResult.True :
            ExtendsResult.False);
}
// prettier-ignore
function FromInteger(left, right) {
    return (type_IsInteger(right) || type_IsNumber(right) ? ExtendsResult.True :
        IsStructuralRight(right) ? StructuralRight(left, right) :
            type_IsObject(right) ? FromObjectRight(left, right) :
                type_IsRecord(right) ? FromRecordRight(left, right) :
                    ExtendsResult.False);
}
// ------------------------------------------------------------------
// Intersect
// ------------------------------------------------------------------
// prettier-ignore
function FromIntersectRight(left, right) {
    return right.allOf.every((schema) => extends_check_Visit(left, schema) === ExtendsResult.True)
        ? ExtendsResult.True
        : ExtendsResult.False;
}
// prettier-ignore
function extends_check_FromIntersect(left, right) {
    return left.allOf.some((schema) => extends_check_Visit(schema, right) === ExtendsResult.True)
        ? ExtendsResult.True
        : ExtendsResult.False;
}
// ------------------------------------------------------------------
// Iterator
// ------------------------------------------------------------------
// prettier-ignore
function FromIterator(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        !type_IsIterator(right) ? ExtendsResult.False :
            IntoBooleanResult(extends_check_Visit(left.items, right.items)));
}
// ------------------------------------------------------------------
// Literal
// ------------------------------------------------------------------
// prettier-ignore
function extends_check_FromLiteral(left, right) {
    return (type_IsLiteral(right) && right.const === left.const ? ExtendsResult.True :
        IsStructuralRight(right) ? StructuralRight(left, right) :
            type_IsObject(right) ? FromObjectRight(left, right) :
                type_IsRecord(right) ? FromRecordRight(left, right) :
                    type_IsString(right) ? FromStringRight(left, right) :
                        type_IsNumber(right) ? FromNumberRight(left, right) :
                            type_IsInteger(right) ? FromIntegerRight(left, right) :
                                type_IsBoolean(right) ? FromBooleanRight(left, right) :
                                    ExtendsResult.False);
}
// ------------------------------------------------------------------
// Never
// ------------------------------------------------------------------
// prettier-ignore
function FromNeverRight(left, right) {
    return ExtendsResult.False;
}
// prettier-ignore
function FromNever(left, right) {
    return ExtendsResult.True;
}
// ------------------------------------------------------------------
// Not
// ------------------------------------------------------------------
// prettier-ignore
function UnwrapTNot(schema) {
    let [current, depth] = [schema, 0];
    while (true) {
        if (!type_IsNot(current))
            break;
        current = current.not;
        depth += 1;
    }
    return depth % 2 === 0 ? current : Unknown();
}
// prettier-ignore
function FromNot(left, right) {
    // TypeScript has no concept of negated types, and attempts to correctly check the negated
    // type at runtime would put TypeBox at odds with TypeScripts ability to statically infer
    // the type. Instead we unwrap to either unknown or T and continue evaluating.
    // prettier-ignore
    return (type_IsNot(left) ? extends_check_Visit(UnwrapTNot(left), right) :
        type_IsNot(right) ? extends_check_Visit(left, UnwrapTNot(right)) :
            Throw('Invalid fallthrough for Not'));
}
// ------------------------------------------------------------------
// Null
// ------------------------------------------------------------------
// prettier-ignore
function FromNull(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            type_IsRecord(right) ? FromRecordRight(left, right) :
                type_IsNull(right) ? ExtendsResult.True :
                    ExtendsResult.False);
}
// ------------------------------------------------------------------
// Number
// ------------------------------------------------------------------
// prettier-ignore
function FromNumberRight(left, right) {
    return (type_IsLiteralNumber(left) ? ExtendsResult.True :
        type_IsNumber(left) || type_IsInteger(left) ? ExtendsResult.True :
            ExtendsResult.False);
}
// prettier-ignore
function FromNumber(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            type_IsRecord(right) ? FromRecordRight(left, right) :
                type_IsInteger(right) || type_IsNumber(right) ? ExtendsResult.True :
                    ExtendsResult.False);
}
// ------------------------------------------------------------------
// Object
// ------------------------------------------------------------------
// prettier-ignore
function IsObjectPropertyCount(schema, count) {
    return Object.getOwnPropertyNames(schema.properties).length === count;
}
// prettier-ignore
function IsObjectStringLike(schema) {
    return IsObjectArrayLike(schema);
}
// prettier-ignore
function IsObjectSymbolLike(schema) {
    return IsObjectPropertyCount(schema, 0) || (IsObjectPropertyCount(schema, 1) && 'description' in schema.properties && type_IsUnion(schema.properties.description) && schema.properties.description.anyOf.length === 2 && ((type_IsString(schema.properties.description.anyOf[0]) &&
        type_IsUndefined(schema.properties.description.anyOf[1])) || (type_IsString(schema.properties.description.anyOf[1]) &&
        type_IsUndefined(schema.properties.description.anyOf[0]))));
}
// prettier-ignore
function IsObjectNumberLike(schema) {
    return IsObjectPropertyCount(schema, 0);
}
// prettier-ignore
function IsObjectBooleanLike(schema) {
    return IsObjectPropertyCount(schema, 0);
}
// prettier-ignore
function IsObjectBigIntLike(schema) {
    return IsObjectPropertyCount(schema, 0);
}
// prettier-ignore
function IsObjectDateLike(schema) {
    return IsObjectPropertyCount(schema, 0);
}
// prettier-ignore
function IsObjectUint8ArrayLike(schema) {
    return IsObjectArrayLike(schema);
}
// prettier-ignore
function IsObjectFunctionLike(schema) {
    const length = number_Number();
    return IsObjectPropertyCount(schema, 0) || (IsObjectPropertyCount(schema, 1) && 'length' in schema.properties && IntoBooleanResult(extends_check_Visit(schema.properties['length'], length)) === ExtendsResult.True);
}
// prettier-ignore
function IsObjectConstructorLike(schema) {
    return IsObjectPropertyCount(schema, 0);
}
// prettier-ignore
function IsObjectArrayLike(schema) {
    const length = number_Number();
    return IsObjectPropertyCount(schema, 0) || (IsObjectPropertyCount(schema, 1) && 'length' in schema.properties && IntoBooleanResult(extends_check_Visit(schema.properties['length'], length)) === ExtendsResult.True);
}
// prettier-ignore
function IsObjectPromiseLike(schema) {
    const then = function_Function([Any()], Any());
    return IsObjectPropertyCount(schema, 0) || (IsObjectPropertyCount(schema, 1) && 'then' in schema.properties && IntoBooleanResult(extends_check_Visit(schema.properties['then'], then)) === ExtendsResult.True);
}
// ------------------------------------------------------------------
// Property
// ------------------------------------------------------------------
// prettier-ignore
function Property(left, right) {
    return (extends_check_Visit(left, right) === ExtendsResult.False ? ExtendsResult.False :
        type_IsOptional(left) && !type_IsOptional(right) ? ExtendsResult.False :
            ExtendsResult.True);
}
// prettier-ignore
function FromObjectRight(left, right) {
    return (type_IsUnknown(left) ? ExtendsResult.False :
        type_IsAny(left) ? ExtendsResult.Union : (type_IsNever(left) ||
            (type_IsLiteralString(left) && IsObjectStringLike(right)) ||
            (type_IsLiteralNumber(left) && IsObjectNumberLike(right)) ||
            (type_IsLiteralBoolean(left) && IsObjectBooleanLike(right)) ||
            (type_IsSymbol(left) && IsObjectSymbolLike(right)) ||
            (type_IsBigInt(left) && IsObjectBigIntLike(right)) ||
            (type_IsString(left) && IsObjectStringLike(right)) ||
            (type_IsSymbol(left) && IsObjectSymbolLike(right)) ||
            (type_IsNumber(left) && IsObjectNumberLike(right)) ||
            (type_IsInteger(left) && IsObjectNumberLike(right)) ||
            (type_IsBoolean(left) && IsObjectBooleanLike(right)) ||
            (type_IsUint8Array(left) && IsObjectUint8ArrayLike(right)) ||
            (type_IsDate(left) && IsObjectDateLike(right)) ||
            (type_IsConstructor(left) && IsObjectConstructorLike(right)) ||
            (type_IsFunction(left) && IsObjectFunctionLike(right))) ? ExtendsResult.True :
            (type_IsRecord(left) && type_IsString(RecordKey(left))) ? (() => {
                // When expressing a Record with literal key values, the Record is converted into a Object with
                // the Hint assigned as `Record`. This is used to invert the extends logic.
                return right[Hint] === 'Record' ? ExtendsResult.True : ExtendsResult.False;
            })() :
                (type_IsRecord(left) && type_IsNumber(RecordKey(left))) ? (() => {
                    return IsObjectPropertyCount(right, 0) ? ExtendsResult.True : ExtendsResult.False;
                })() :
                    ExtendsResult.False);
}
// prettier-ignore
function FromObject(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsRecord(right) ? FromRecordRight(left, right) :
            !type_IsObject(right) ? ExtendsResult.False :
                (() => {
                    for (const key of Object.getOwnPropertyNames(right.properties)) {
                        if (!(key in left.properties) && !type_IsOptional(right.properties[key])) {
                            return ExtendsResult.False;
                        }
                        if (type_IsOptional(right.properties[key])) {
                            return ExtendsResult.True;
                        }
                        if (Property(left.properties[key], right.properties[key]) === ExtendsResult.False) {
                            return ExtendsResult.False;
                        }
                    }
                    return ExtendsResult.True;
                })());
}
// ------------------------------------------------------------------
// Promise
// ------------------------------------------------------------------
// prettier-ignore
function extends_check_FromPromise(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) && IsObjectPromiseLike(right) ? ExtendsResult.True :
            !type_IsPromise(right) ? ExtendsResult.False :
                IntoBooleanResult(extends_check_Visit(left.item, right.item)));
}
// ------------------------------------------------------------------
// Record
// ------------------------------------------------------------------
// prettier-ignore
function RecordKey(schema) {
    return (PatternNumberExact in schema.patternProperties ? number_Number() :
        (/* inlined export .PatternStringExact */"^(.*)$") in schema.patternProperties ? string_String() :
            Throw('Unknown record key pattern'));
}
// prettier-ignore
function RecordValue(schema) {
    return (PatternNumberExact in schema.patternProperties ? schema.patternProperties[PatternNumberExact] :
        (/* inlined export .PatternStringExact */"^(.*)$") in schema.patternProperties ? schema.patternProperties[(/* inlined export .PatternStringExact */"^(.*)$")] :
            Throw('Unable to get record value schema'));
}
// prettier-ignore
function FromRecordRight(left, right) {
    const [Key, Value] = [RecordKey(right), RecordValue(right)];
    return ((type_IsLiteralString(left) && type_IsNumber(Key) && IntoBooleanResult(extends_check_Visit(left, Value)) === ExtendsResult.True) ? ExtendsResult.True :
        type_IsUint8Array(left) && type_IsNumber(Key) ? extends_check_Visit(left, Value) :
            type_IsString(left) && type_IsNumber(Key) ? extends_check_Visit(left, Value) :
                type_IsArray(left) && type_IsNumber(Key) ? extends_check_Visit(left, Value) :
                    type_IsObject(left) ? (() => {
                        for (const key of Object.getOwnPropertyNames(left.properties)) {
                            if (Property(Value, left.properties[key]) === ExtendsResult.False) {
                                return ExtendsResult.False;
                            }
                        }
                        return ExtendsResult.True;
                    })() :
                        ExtendsResult.False);
}
// prettier-ignore
function FromRecord(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            !type_IsRecord(right) ? ExtendsResult.False :
                extends_check_Visit(RecordValue(left), RecordValue(right)));
}
// ------------------------------------------------------------------
// RegExp
// ------------------------------------------------------------------
// prettier-ignore
function FromRegExp(left, right) {
    // Note: RegExp types evaluate as strings, not RegExp objects.
    // Here we remap either into string and continue evaluating.
    const L = type_IsRegExp(left) ? string_String() : left;
    const R = type_IsRegExp(right) ? string_String() : right;
    return extends_check_Visit(L, R);
}
// ------------------------------------------------------------------
// String
// ------------------------------------------------------------------
// prettier-ignore
function FromStringRight(left, right) {
    return (type_IsLiteral(left) && value_IsString(left.const) ? ExtendsResult.True :
        type_IsString(left) ? ExtendsResult.True :
            ExtendsResult.False);
}
// prettier-ignore
function FromString(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            type_IsRecord(right) ? FromRecordRight(left, right) :
                type_IsString(right) ? ExtendsResult.True :
                    ExtendsResult.False);
}
// ------------------------------------------------------------------
// Symbol
// ------------------------------------------------------------------
// prettier-ignore
function FromSymbol(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            type_IsRecord(right) ? FromRecordRight(left, right) :
                type_IsSymbol(right) ? ExtendsResult.True :
                    ExtendsResult.False);
}
// ------------------------------------------------------------------
// TemplateLiteral
// ------------------------------------------------------------------
// prettier-ignore
function extends_check_FromTemplateLiteral(left, right) {
    // TemplateLiteral types are resolved to either unions for finite expressions or string
    // for infinite expressions. Here we call to TemplateLiteralResolver to resolve for
    // either type and continue evaluating.
    return (type_IsTemplateLiteral(left) ? extends_check_Visit(TemplateLiteralToUnion(left), right) :
        type_IsTemplateLiteral(right) ? extends_check_Visit(left, TemplateLiteralToUnion(right)) :
            Throw('Invalid fallthrough for TemplateLiteral'));
}
// ------------------------------------------------------------------
// Tuple
// ------------------------------------------------------------------
// prettier-ignore
function IsArrayOfTuple(left, right) {
    return (type_IsArray(right) &&
        left.items !== undefined &&
        left.items.every((schema) => extends_check_Visit(schema, right.items) === ExtendsResult.True));
}
// prettier-ignore
function FromTupleRight(left, right) {
    return (type_IsNever(left) ? ExtendsResult.True :
        type_IsUnknown(left) ? ExtendsResult.False :
            type_IsAny(left) ? ExtendsResult.Union :
                ExtendsResult.False);
}
// prettier-ignore
function extends_check_FromTuple(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) && IsObjectArrayLike(right) ? ExtendsResult.True :
            type_IsArray(right) && IsArrayOfTuple(left, right) ? ExtendsResult.True :
                !type_IsTuple(right) ? ExtendsResult.False :
                    (value_IsUndefined(left.items) && !value_IsUndefined(right.items)) || (!value_IsUndefined(left.items) && value_IsUndefined(right.items)) ? ExtendsResult.False :
                        (value_IsUndefined(left.items) && !value_IsUndefined(right.items)) ? ExtendsResult.True :
                            left.items.every((schema, index) => extends_check_Visit(schema, right.items[index]) === ExtendsResult.True) ? ExtendsResult.True :
                                ExtendsResult.False);
}
// ------------------------------------------------------------------
// Uint8Array
// ------------------------------------------------------------------
// prettier-ignore
function FromUint8Array(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            type_IsRecord(right) ? FromRecordRight(left, right) :
                type_IsUint8Array(right) ? ExtendsResult.True :
                    ExtendsResult.False);
}
// ------------------------------------------------------------------
// Undefined
// ------------------------------------------------------------------
// prettier-ignore
function FromUndefined(left, right) {
    return (IsStructuralRight(right) ? StructuralRight(left, right) :
        type_IsObject(right) ? FromObjectRight(left, right) :
            type_IsRecord(right) ? FromRecordRight(left, right) :
                type_IsVoid(right) ? FromVoidRight(left, right) :
                    type_IsUndefined(right) ? ExtendsResult.True :
                        ExtendsResult.False);
}
// ------------------------------------------------------------------
// Union
// ------------------------------------------------------------------
// prettier-ignore
function FromUnionRight(left, right) {
    return right.anyOf.some((schema) => extends_check_Visit(left, schema) === ExtendsResult.True)
        ? ExtendsResult.True
        : ExtendsResult.False;
}
// prettier-ignore
function extends_check_FromUnion(left, right) {
    return left.anyOf.every((schema) => extends_check_Visit(schema, right) === ExtendsResult.True)
        ? ExtendsResult.True
        : ExtendsResult.False;
}
// ------------------------------------------------------------------
// Unknown
// ------------------------------------------------------------------
// prettier-ignore
function FromUnknownRight(left, right) {
    return ExtendsResult.True;
}
// prettier-ignore
function FromUnknown(left, right) {
    return (type_IsNever(right) ? FromNeverRight(left, right) :
        type_IsIntersect(right) ? FromIntersectRight(left, right) :
            type_IsUnion(right) ? FromUnionRight(left, right) :
                type_IsAny(right) ? FromAnyRight(left, right) :
                    type_IsString(right) ? FromStringRight(left, right) :
                        type_IsNumber(right) ? FromNumberRight(left, right) :
                            type_IsInteger(right) ? FromIntegerRight(left, right) :
                                type_IsBoolean(right) ? FromBooleanRight(left, right) :
                                    type_IsArray(right) ? FromArrayRight(left, right) :
                                        type_IsTuple(right) ? FromTupleRight(left, right) :
                                            type_IsObject(right) ? FromObjectRight(left, right) :
                                                type_IsUnknown(right) ? ExtendsResult.True :
                                                    ExtendsResult.False);
}
// ------------------------------------------------------------------
// Void
// ------------------------------------------------------------------
// prettier-ignore
function FromVoidRight(left, right) {
    return (type_IsUndefined(left) ? ExtendsResult.True :
        type_IsUndefined(left) ? ExtendsResult.True :
            ExtendsResult.False);
}
// prettier-ignore
function FromVoid(left, right) {
    return (type_IsIntersect(right) ? FromIntersectRight(left, right) :
        type_IsUnion(right) ? FromUnionRight(left, right) :
            type_IsUnknown(right) ? FromUnknownRight(left, right) :
                type_IsAny(right) ? FromAnyRight(left, right) :
                    type_IsObject(right) ? FromObjectRight(left, right) :
                        type_IsVoid(right) ? ExtendsResult.True :
                            ExtendsResult.False);
}
// prettier-ignore
function extends_check_Visit(left, right) {
    return (
    // resolvable
    (type_IsTemplateLiteral(left) || type_IsTemplateLiteral(right)) ? extends_check_FromTemplateLiteral(left, right) :
        (type_IsRegExp(left) || type_IsRegExp(right)) ? FromRegExp(left, right) :
            (type_IsNot(left) || type_IsNot(right)) ? FromNot(left, right) :
                // standard
                type_IsAny(left) ? FromAny(left, right) :
                    type_IsArray(left) ? extends_check_FromArray(left, right) :
                        type_IsBigInt(left) ? FromBigInt(left, right) :
                            type_IsBoolean(left) ? FromBoolean(left, right) :
                                type_IsAsyncIterator(left) ? FromAsyncIterator(left, right) :
                                    type_IsConstructor(left) ? FromConstructor(left, right) :
                                        type_IsDate(left) ? FromDate(left, right) :
                                            type_IsFunction(left) ? FromFunction(left, right) :
                                                type_IsInteger(left) ? FromInteger(left, right) :
                                                    type_IsIntersect(left) ? extends_check_FromIntersect(left, right) :
                                                        type_IsIterator(left) ? FromIterator(left, right) :
                                                            type_IsLiteral(left) ? extends_check_FromLiteral(left, right) :
                                                                type_IsNever(left) ? FromNever(left, right) :
                                                                    type_IsNull(left) ? FromNull(left, right) :
                                                                        type_IsNumber(left) ? FromNumber(left, right) :
                                                                            type_IsObject(left) ? FromObject(left, right) :
                                                                                type_IsRecord(left) ? FromRecord(left, right) :
                                                                                    type_IsString(left) ? FromString(left, right) :
                                                                                        type_IsSymbol(left) ? FromSymbol(left, right) :
                                                                                            type_IsTuple(left) ? extends_check_FromTuple(left, right) :
                                                                                                type_IsPromise(left) ? extends_check_FromPromise(left, right) :
                                                                                                    type_IsUint8Array(left) ? FromUint8Array(left, right) :
                                                                                                        type_IsUndefined(left) ? FromUndefined(left, right) :
                                                                                                            type_IsUnion(left) ? extends_check_FromUnion(left, right) :
                                                                                                                type_IsUnknown(left) ? FromUnknown(left, right) :
                                                                                                                    type_IsVoid(left) ? FromVoid(left, right) :
                                                                                                                        Throw(`Unknown left type operand '${left[Kind]}'`));
}
function ExtendsCheck(left, right) {
  return extends_check_Visit(left, right);
}

// ./node_modules/@sinclair/typebox/build/esm/type/exclude/exclude-from-mapped-result.mjs

// prettier-ignore
function exclude_from_mapped_result_FromProperties(P, U) {
    const Acc = {};
    for (const K2 of globalThis.Object.getOwnPropertyNames(P))
        Acc[K2] = Exclude(P[K2], U);
    return Acc;
}
// prettier-ignore
function exclude_from_mapped_result_FromMappedResult(R, T) {
    return exclude_from_mapped_result_FromProperties(R.properties, T);
}
// prettier-ignore
function ExcludeFromMappedResult(R, T) {
    const P = exclude_from_mapped_result_FromMappedResult(R, T);
    return MappedResult(P);
}

// ./node_modules/@sinclair/typebox/build/esm/type/exclude/exclude-from-template-literal.mjs

function ExcludeFromTemplateLiteral(L, R) {
  return Exclude(TemplateLiteralToUnion(L), R);
}

// ./node_modules/@sinclair/typebox/build/esm/type/exclude/exclude.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

function ExcludeRest(L, R) {
  const excluded = L.filter(inner => ExtendsCheck(inner, R) === ExtendsResult.False);
  return excluded.length === 1 ? excluded[0] : Union(excluded);
}
/** `[Json]` Constructs a type by excluding from unionType all union members that are assignable to excludedMembers */
function Exclude(L, R, options = {}) {
  // overloads
  if (IsTemplateLiteral(L)) return CreateType(ExcludeFromTemplateLiteral(L, R), options);
  if (IsMappedResult(L)) return CreateType(ExcludeFromMappedResult(L, R), options);
  // prettier-ignore
  return CreateType(IsUnion(L) ? ExcludeRest(L.anyOf, R) :
        ExtendsCheck(L, R) !== ExtendsResult.False ? Never() : L, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/extends/extends-from-mapped-key.mjs

// prettier-ignore
function FromPropertyKey(K, U, L, R, options) {
    return {
        [K]: Extends(Literal(K), U, L, R, Clone(options))
    };
}
// prettier-ignore
function FromPropertyKeys(K, U, L, R, options) {
    return K.reduce((Acc, LK) => {
        return { ...Acc, ...FromPropertyKey(LK, U, L, R, options) };
    }, {});
}
// prettier-ignore
function FromMappedKey(K, U, L, R, options) {
    return FromPropertyKeys(K.keys, U, L, R, options);
}
// prettier-ignore
function ExtendsFromMappedKey(T, U, L, R, options) {
    const P = FromMappedKey(T, U, L, R, options);
    return MappedResult(P);
}

// ./node_modules/@sinclair/typebox/build/esm/type/extends/extends-from-mapped-result.mjs

// prettier-ignore
function extends_from_mapped_result_FromProperties(P, Right, True, False, options) {
    const Acc = {};
    for (const K2 of globalThis.Object.getOwnPropertyNames(P))
        Acc[K2] = Extends(P[K2], Right, True, False, Clone(options));
    return Acc;
}
// prettier-ignore
function extends_from_mapped_result_FromMappedResult(Left, Right, True, False, options) {
    return extends_from_mapped_result_FromProperties(Left.properties, Right, True, False, options);
}
// prettier-ignore
function ExtendsFromMappedResult(Left, Right, True, False, options) {
    const P = extends_from_mapped_result_FromMappedResult(Left, Right, True, False, options);
    return MappedResult(P);
}

// ./node_modules/@sinclair/typebox/build/esm/type/extends/extends.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function ExtendsResolve(left, right, trueType, falseType) {
    const R = ExtendsCheck(left, right);
    return (R === ExtendsResult.Union ? Union([trueType, falseType]) :
        R === ExtendsResult.True ? trueType :
            falseType);
}
/** `[Json]` Creates a Conditional type */
function Extends(L, R, T, F, options) {
  // prettier-ignore
  return (IsMappedResult(L) ? ExtendsFromMappedResult(L, R, T, F, options) :
        IsMappedKey(L) ? CreateType(ExtendsFromMappedKey(L, R, T, F, options)) :
            CreateType(ExtendsResolve(L, R, T, F), options));
}

// ./node_modules/@sinclair/typebox/build/esm/type/extract/extract-from-mapped-result.mjs

// prettier-ignore
function extract_from_mapped_result_FromProperties(P, T) {
    const Acc = {};
    for (const K2 of globalThis.Object.getOwnPropertyNames(P))
        Acc[K2] = Extract(P[K2], T);
    return Acc;
}
// prettier-ignore
function extract_from_mapped_result_FromMappedResult(R, T) {
    return extract_from_mapped_result_FromProperties(R.properties, T);
}
// prettier-ignore
function ExtractFromMappedResult(R, T) {
    const P = extract_from_mapped_result_FromMappedResult(R, T);
    return MappedResult(P);
}

// ./node_modules/@sinclair/typebox/build/esm/type/extract/extract-from-template-literal.mjs

function ExtractFromTemplateLiteral(L, R) {
  return Extract(TemplateLiteralToUnion(L), R);
}

// ./node_modules/@sinclair/typebox/build/esm/type/extract/extract.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

function ExtractRest(L, R) {
  const extracted = L.filter(inner => ExtendsCheck(inner, R) !== ExtendsResult.False);
  return extracted.length === 1 ? extracted[0] : Union(extracted);
}
/** `[Json]` Constructs a type by extracting from type all union members that are assignable to union */
function Extract(L, R, options) {
  // overloads
  if (IsTemplateLiteral(L)) return CreateType(ExtractFromTemplateLiteral(L, R), options);
  if (IsMappedResult(L)) return CreateType(ExtractFromMappedResult(L, R), options);
  // prettier-ignore
  return CreateType(IsUnion(L) ? ExtractRest(L.anyOf, R) :
        ExtendsCheck(L, R) !== ExtendsResult.False ? L : Never(), options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/instance-type/instance-type.mjs

/** `[JavaScript]` Extracts the InstanceType from the given Constructor type */
function InstanceType(schema, options) {
  return IsConstructor(schema) ? CreateType(schema.returns, options) : Never(options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/clone/type.mjs

/** Clones a Rest */
function CloneRest(schemas) {
  return schemas.map(schema => CloneType(schema));
}
/** Clones a Type */
function CloneType(schema, options) {
  return options === undefined ? Clone(schema) : Clone({ ...options, ...schema });
}

// ./node_modules/@sinclair/typebox/build/esm/type/readonly-optional/readonly-optional.mjs

/** `[Json]` Creates a Readonly and Optional property */
function ReadonlyOptional(schema) {
  return Readonly(Optional(schema));
}

// ./node_modules/@sinclair/typebox/build/esm/type/record/record.mjs

// ------------------------------------------------------------------
// ValueGuard
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// RecordCreateFromPattern
// ------------------------------------------------------------------
// prettier-ignore
function RecordCreateFromPattern(pattern, T, options) {
    return CreateType({ [Kind]: 'Record', type: 'object', patternProperties: { [pattern]: T } }, options);
}
// ------------------------------------------------------------------
// RecordCreateFromKeys
// ------------------------------------------------------------------
// prettier-ignore
function RecordCreateFromKeys(K, T, options) {
    const result = {};
    for (const K2 of K)
        result[K2] = T;
    return object_Object(result, { ...options, [Hint]: 'Record' });
}
// prettier-ignore
function FromTemplateLiteralKey(K, T, options) {
    return (IsTemplateLiteralFinite(K)
        ? RecordCreateFromKeys(IndexPropertyKeys(K), T, options)
        : RecordCreateFromPattern(K.pattern, T, options));
}
// prettier-ignore
function FromUnionKey(key, type, options) {
    return RecordCreateFromKeys(IndexPropertyKeys(Union(key)), type, options);
}
// prettier-ignore
function FromLiteralKey(key, type, options) {
    return RecordCreateFromKeys([key.toString()], type, options);
}
// prettier-ignore
function FromRegExpKey(key, type, options) {
    return RecordCreateFromPattern(key.source, type, options);
}
// prettier-ignore
function FromStringKey(key, type, options) {
    const pattern = value_IsUndefined(key.pattern) ? (/* inlined export .PatternStringExact */"^(.*)$") : key.pattern;
    return RecordCreateFromPattern(pattern, type, options);
}
// prettier-ignore
function FromAnyKey(_, type, options) {
    return RecordCreateFromPattern((/* inlined export .PatternStringExact */"^(.*)$"), type, options);
}
// prettier-ignore
function FromNeverKey(_key, type, options) {
    return RecordCreateFromPattern(PatternNeverExact, type, options);
}
// prettier-ignore
function FromBooleanKey(_key, type, options) {
    return object_Object({ true: type, false: type }, options);
}
// prettier-ignore
function FromIntegerKey(_key, type, options) {
    return RecordCreateFromPattern(PatternNumberExact, type, options);
}
// prettier-ignore
function FromNumberKey(_, type, options) {
    return RecordCreateFromPattern(PatternNumberExact, type, options);
}
// ------------------------------------------------------------------
// TRecordOrObject
// ------------------------------------------------------------------
/** `[Json]` Creates a Record type */
function Record(key, type, options = {}) {
  // prettier-ignore
  return (IsUnion(key) ? FromUnionKey(key.anyOf, type, options) :
        IsTemplateLiteral(key) ? FromTemplateLiteralKey(key, type, options) :
            IsLiteral(key) ? FromLiteralKey(key.const, type, options) :
                kind_IsBoolean(key) ? FromBooleanKey(key, type, options) :
                    kind_IsInteger(key) ? FromIntegerKey(key, type, options) :
                        kind_IsNumber(key) ? FromNumberKey(key, type, options) :
                            kind_IsRegExp(key) ? FromRegExpKey(key, type, options) :
                                kind_IsString(key) ? FromStringKey(key, type, options) :
                                    IsAny(key) ? FromAnyKey(key, type, options) :
                                        IsNever(key) ? FromNeverKey(key, type, options) :
                                            Never(options));
}
// ------------------------------------------------------------------
// Record Utilities
// ------------------------------------------------------------------
/** Gets the Records Pattern */
function RecordPattern(record) {
  return globalThis.Object.getOwnPropertyNames(record.patternProperties)[0];
}
/** Gets the Records Key Type */
// prettier-ignore
function record_RecordKey(type) {
    const pattern = RecordPattern(type);
    return (pattern === (/* inlined export .PatternStringExact */"^(.*)$") ? string_String() :
        pattern === PatternNumberExact ? number_Number() :
            string_String({ pattern }));
}
/** Gets a Record Value Type */
// prettier-ignore
function record_RecordValue(type) {
    return type.patternProperties[RecordPattern(type)];
}

// ./node_modules/@sinclair/typebox/build/esm/type/instantiate/instantiate.mjs

// prettier-ignore
function instantiate_FromConstructor(args, type) {
    type.parameters = FromTypes(args, type.parameters);
    type.returns = FromType(args, type.returns);
    return type;
}
// prettier-ignore
function instantiate_FromFunction(args, type) {
    type.parameters = FromTypes(args, type.parameters);
    type.returns = FromType(args, type.returns);
    return type;
}
// prettier-ignore
function instantiate_FromIntersect(args, type) {
    type.allOf = FromTypes(args, type.allOf);
    return type;
}
// prettier-ignore
function instantiate_FromUnion(args, type) {
    type.anyOf = FromTypes(args, type.anyOf);
    return type;
}
// prettier-ignore
function instantiate_FromTuple(args, type) {
    if (value_IsUndefined(type.items))
        return type;
    type.items = FromTypes(args, type.items);
    return type;
}
// prettier-ignore
function instantiate_FromArray(args, type) {
    type.items = FromType(args, type.items);
    return type;
}
// prettier-ignore
function instantiate_FromAsyncIterator(args, type) {
    type.items = FromType(args, type.items);
    return type;
}
// prettier-ignore
function instantiate_FromIterator(args, type) {
    type.items = FromType(args, type.items);
    return type;
}
// prettier-ignore
function instantiate_FromPromise(args, type) {
    type.item = FromType(args, type.item);
    return type;
}
// prettier-ignore
function instantiate_FromObject(args, type) {
    const mappedProperties = instantiate_FromProperties(args, type.properties);
    return { ...type, ...object_Object(mappedProperties) }; // retain options
}
// prettier-ignore
function instantiate_FromRecord(args, type) {
    const mappedKey = FromType(args, record_RecordKey(type));
    const mappedValue = FromType(args, record_RecordValue(type));
    const result = Record(mappedKey, mappedValue);
    return { ...type, ...result }; // retain options
}
// prettier-ignore
function FromArgument(args, argument) {
    return argument.index in args ? args[argument.index] : Unknown();
}
// prettier-ignore
function instantiate_FromProperty(args, type) {
    const isReadonly = IsReadonly(type);
    const isOptional = IsOptional(type);
    const mapped = FromType(args, type);
    return (isReadonly && isOptional ? ReadonlyOptional(mapped) :
        isReadonly && !isOptional ? Readonly(mapped) :
            !isReadonly && isOptional ? Optional(mapped) :
                mapped);
}
// prettier-ignore
function instantiate_FromProperties(args, properties) {
    return globalThis.Object.getOwnPropertyNames(properties).reduce((result, key) => {
        return { ...result, [key]: instantiate_FromProperty(args, properties[key]) };
    }, {});
}
// prettier-ignore
function FromTypes(args, types) {
    return types.map(type => FromType(args, type));
}
// prettier-ignore
function FromType(args, type) {
    return (IsConstructor(type) ? instantiate_FromConstructor(args, type) :
        kind_IsFunction(type) ? instantiate_FromFunction(args, type) :
            IsIntersect(type) ? instantiate_FromIntersect(args, type) :
                IsUnion(type) ? instantiate_FromUnion(args, type) :
                    IsTuple(type) ? instantiate_FromTuple(args, type) :
                        kind_IsArray(type) ? instantiate_FromArray(args, type) :
                            kind_IsAsyncIterator(type) ? instantiate_FromAsyncIterator(args, type) :
                                kind_IsIterator(type) ? instantiate_FromIterator(args, type) :
                                    kind_IsPromise(type) ? instantiate_FromPromise(args, type) :
                                        kind_IsObject(type) ? instantiate_FromObject(args, type) :
                                            IsRecord(type) ? instantiate_FromRecord(args, type) :
                                                IsArgument(type) ? FromArgument(args, type) :
                                                    type);
}
/** `[JavaScript]` Instantiates a type with the given parameters */
// prettier-ignore
function Instantiate(type, args) {
    return FromType(args, CloneType(type));
}

// ./node_modules/@sinclair/typebox/build/esm/type/integer/integer.mjs

/** `[Json]` Creates an Integer type */
function Integer(options) {
  return CreateType({ [Kind]: 'Integer', type: 'integer' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/template-literal/syntax.mjs

// ------------------------------------------------------------------
// SyntaxParsers
// ------------------------------------------------------------------
// prettier-ignore
function* syntax_FromUnion(syntax) {
    const trim = syntax.trim().replace(/"|'/g, '');
    return (trim === 'boolean' ? yield boolean_Boolean() :
        trim === 'number' ? yield number_Number() :
            trim === 'bigint' ? yield bigint_BigInt() :
                trim === 'string' ? yield string_String() :
                    yield (() => {
                        const literals = trim.split('|').map((literal) => Literal(literal.trim()));
                        return (literals.length === 0 ? Never() :
                            literals.length === 1 ? literals[0] :
                                UnionEvaluated(literals));
                    })());
}
// prettier-ignore
function* FromTerminal(syntax) {
    if (syntax[1] !== '{') {
        const L = Literal('$');
        const R = FromSyntax(syntax.slice(1));
        return yield* [L, ...R];
    }
    for (let i = 2; i < syntax.length; i++) {
        if (syntax[i] === '}') {
            const L = syntax_FromUnion(syntax.slice(2, i));
            const R = FromSyntax(syntax.slice(i + 1));
            return yield* [...L, ...R];
        }
    }
    yield Literal(syntax);
}
// prettier-ignore
function* FromSyntax(syntax) {
    for (let i = 0; i < syntax.length; i++) {
        if (syntax[i] === '$') {
            const L = Literal(syntax.slice(0, i));
            const R = FromTerminal(syntax.slice(i));
            return yield* [L, ...R];
        }
    }
    yield Literal(syntax);
}
/** Parses TemplateLiteralSyntax and returns a tuple of TemplateLiteralKinds */
function TemplateLiteralSyntax(syntax) {
  return [...FromSyntax(syntax)];
}

// ./node_modules/@sinclair/typebox/build/esm/type/template-literal/pattern.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// TemplateLiteralPatternError
// ------------------------------------------------------------------
class TemplateLiteralPatternError extends TypeBoxError {}
// ------------------------------------------------------------------
// TemplateLiteralPattern
// ------------------------------------------------------------------
function Escape(value) {
  return value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
// prettier-ignore
function pattern_Visit(schema, acc) {
    return (IsTemplateLiteral(schema) ? schema.pattern.slice(1, schema.pattern.length - 1) :
        IsUnion(schema) ? `(${schema.anyOf.map((schema) => pattern_Visit(schema, acc)).join('|')})` :
            kind_IsNumber(schema) ? `${acc}${PatternNumber}` :
                kind_IsInteger(schema) ? `${acc}${PatternNumber}` :
                    kind_IsBigInt(schema) ? `${acc}${PatternNumber}` :
                        kind_IsString(schema) ? `${acc}${(/* inlined export .PatternString */"(.*)")}` :
                            IsLiteral(schema) ? `${acc}${Escape(schema.const.toString())}` :
                                kind_IsBoolean(schema) ? `${acc}${PatternBoolean}` :
                                    (() => { throw new TemplateLiteralPatternError(`Unexpected Kind '${schema[Kind]}'`); })());
}
function TemplateLiteralPattern(kinds) {
  return `^${kinds.map(schema => pattern_Visit(schema, '')).join('')}\$`;
}

// ./node_modules/@sinclair/typebox/build/esm/type/template-literal/template-literal.mjs

/** `[Json]` Creates a TemplateLiteral type */
// prettier-ignore
function TemplateLiteral(unresolved, options) {
    const pattern = value_IsString(unresolved)
        ? TemplateLiteralPattern(TemplateLiteralSyntax(unresolved))
        : TemplateLiteralPattern(unresolved);
    return CreateType({ [Kind]: 'TemplateLiteral', type: 'string', pattern }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/intrinsic/intrinsic-from-mapped-key.mjs

// prettier-ignore
function MappedIntrinsicPropertyKey(K, M, options) {
    return {
        [K]: Intrinsic(Literal(K), M, Clone(options))
    };
}
// prettier-ignore
function MappedIntrinsicPropertyKeys(K, M, options) {
    const result = K.reduce((Acc, L) => {
        return { ...Acc, ...MappedIntrinsicPropertyKey(L, M, options) };
    }, {});
    return result;
}
// prettier-ignore
function MappedIntrinsicProperties(T, M, options) {
    return MappedIntrinsicPropertyKeys(T['keys'], M, options);
}
// prettier-ignore
function IntrinsicFromMappedKey(T, M, options) {
    const P = MappedIntrinsicProperties(T, M, options);
    return MappedResult(P);
}

// ./node_modules/@sinclair/typebox/build/esm/type/intrinsic/intrinsic.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// Apply
// ------------------------------------------------------------------
function ApplyUncapitalize(value) {
  const [first, rest] = [value.slice(0, 1), value.slice(1)];
  return [first.toLowerCase(), rest].join('');
}
function ApplyCapitalize(value) {
  const [first, rest] = [value.slice(0, 1), value.slice(1)];
  return [first.toUpperCase(), rest].join('');
}
function ApplyUppercase(value) {
  return value.toUpperCase();
}
function ApplyLowercase(value) {
  return value.toLowerCase();
}
function intrinsic_FromTemplateLiteral(schema, mode, options) {
  // note: template literals require special runtime handling as they are encoded in string patterns.
  // This diverges from the mapped type which would otherwise map on the template literal kind.
  const expression = TemplateLiteralParseExact(schema.pattern);
  const finite = IsTemplateLiteralExpressionFinite(expression);
  if (!finite) return { ...schema, pattern: FromLiteralValue(schema.pattern, mode) };
  const strings = [...TemplateLiteralExpressionGenerate(expression)];
  const literals = strings.map(value => Literal(value));
  const mapped = intrinsic_FromRest(literals, mode);
  const union = Union(mapped);
  return TemplateLiteral([union], options);
}
// prettier-ignore
function FromLiteralValue(value, mode) {
    return (typeof value === 'string' ? (mode === 'Uncapitalize' ? ApplyUncapitalize(value) :
        mode === 'Capitalize' ? ApplyCapitalize(value) :
            mode === 'Uppercase' ? ApplyUppercase(value) :
                mode === 'Lowercase' ? ApplyLowercase(value) :
                    value) : value.toString());
}
// prettier-ignore
function intrinsic_FromRest(T, M) {
    return T.map(L => Intrinsic(L, M));
}
/** Applies an intrinsic string manipulation to the given type. */
function Intrinsic(schema, mode, options = {}) {
  // prettier-ignore
  return (
    // Intrinsic-Mapped-Inference
    IsMappedKey(schema) ? IntrinsicFromMappedKey(schema, mode, options) :
        // Standard-Inference
        IsTemplateLiteral(schema) ? intrinsic_FromTemplateLiteral(schema, mode, options) :
            IsUnion(schema) ? Union(intrinsic_FromRest(schema.anyOf, mode), options) :
                IsLiteral(schema) ? Literal(FromLiteralValue(schema.const, mode), options) :
                    // Default Type
                    CreateType(schema, options));
}

// ./node_modules/@sinclair/typebox/build/esm/type/intrinsic/capitalize.mjs

/** `[Json]` Intrinsic function to Capitalize LiteralString types */
function Capitalize(T, options = {}) {
  return Intrinsic(T, 'Capitalize', options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/intrinsic/lowercase.mjs

/** `[Json]` Intrinsic function to Lowercase LiteralString types */
function Lowercase(T, options = {}) {
  return Intrinsic(T, 'Lowercase', options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/intrinsic/uncapitalize.mjs

/** `[Json]` Intrinsic function to Uncapitalize LiteralString types */
function Uncapitalize(T, options = {}) {
  return Intrinsic(T, 'Uncapitalize', options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/intrinsic/uppercase.mjs

/** `[Json]` Intrinsic function to Uppercase LiteralString types */
function Uppercase(T, options = {}) {
  return Intrinsic(T, 'Uppercase', options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/iterator/iterator.mjs

/** `[JavaScript]` Creates an Iterator type */
function Iterator(items, options) {
  return CreateType({ [Kind]: 'Iterator', type: 'Iterator', items }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/keyof/keyof-from-mapped-result.mjs

// prettier-ignore
function keyof_from_mapped_result_FromProperties(properties, options) {
    const result = {};
    for (const K2 of globalThis.Object.getOwnPropertyNames(properties))
        result[K2] = KeyOf(properties[K2], Clone(options));
    return result;
}
// prettier-ignore
function keyof_from_mapped_result_FromMappedResult(mappedResult, options) {
    return keyof_from_mapped_result_FromProperties(mappedResult.properties, options);
}
// prettier-ignore
function KeyOfFromMappedResult(mappedResult, options) {
    const properties = keyof_from_mapped_result_FromMappedResult(mappedResult, options);
    return MappedResult(properties);
}

// ./node_modules/@sinclair/typebox/build/esm/type/keyof/keyof.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function keyof_FromComputed(target, parameters) {
    return Computed('KeyOf', [Computed(target, parameters)]);
}
// prettier-ignore
function keyof_FromRef($ref) {
    return Computed('KeyOf', [Ref($ref)]);
}
// prettier-ignore
function KeyOfFromType(type, options) {
    const propertyKeys = KeyOfPropertyKeys(type);
    const propertyKeyTypes = KeyOfPropertyKeysToRest(propertyKeys);
    const result = UnionEvaluated(propertyKeyTypes);
    return CreateType(result, options);
}
// prettier-ignore
function KeyOfPropertyKeysToRest(propertyKeys) {
    return propertyKeys.map(L => L === '[number]' ? number_Number() : Literal(L));
}
/** `[Json]` Creates a KeyOf type */
function KeyOf(type, options) {
  return IsComputed(type)
    ? keyof_FromComputed(type.target, type.parameters)
    : IsRef(type)
      ? keyof_FromRef(type.$ref)
      : IsMappedResult(type)
        ? KeyOfFromMappedResult(type, options)
        : KeyOfFromType(type, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/promise/promise.mjs

/** `[JavaScript]` Creates a Promise type */
function Promise(item, options) {
  return CreateType({ [Kind]: 'Promise', type: 'Promise', item }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/mapped/mapped.mjs

// evaluation types

// operator

// mapping types

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function mapped_FromMappedResult(K, P) {
    return (K in P
        ? FromSchemaType(K, P[K])
        : MappedResult(P));
}
// prettier-ignore
function MappedKeyToKnownMappedResultProperties(K) {
    return { [K]: Literal(K) };
}
// prettier-ignore
function MappedKeyToUnknownMappedResultProperties(P) {
    const Acc = {};
    for (const L of P)
        Acc[L] = Literal(L);
    return Acc;
}
// prettier-ignore
function MappedKeyToMappedResultProperties(K, P) {
    return (SetIncludes(P, K)
        ? MappedKeyToKnownMappedResultProperties(K)
        : MappedKeyToUnknownMappedResultProperties(P));
}
// prettier-ignore
function mapped_FromMappedKey(K, P) {
    const R = MappedKeyToMappedResultProperties(K, P);
    return mapped_FromMappedResult(K, R);
}
// prettier-ignore
function mapped_FromRest(K, T) {
    return T.map(L => FromSchemaType(K, L));
}
// prettier-ignore
function mapped_FromProperties(K, T) {
    const Acc = {};
    for (const K2 of globalThis.Object.getOwnPropertyNames(T))
        Acc[K2] = FromSchemaType(K, T[K2]);
    return Acc;
}
// prettier-ignore
function FromSchemaType(K, T) {
    // required to retain user defined options for mapped type
    const options = { ...T };
    return (
    // unevaluated modifier types
    IsOptional(T) ? Optional(FromSchemaType(K, Discard(T, [OptionalKind]))) :
        IsReadonly(T) ? Readonly(FromSchemaType(K, Discard(T, [ReadonlyKind]))) :
            // unevaluated mapped types
            IsMappedResult(T) ? mapped_FromMappedResult(K, T.properties) :
                IsMappedKey(T) ? mapped_FromMappedKey(K, T.keys) :
                    // unevaluated types
                    IsConstructor(T) ? Constructor(mapped_FromRest(K, T.parameters), FromSchemaType(K, T.returns), options) :
                        kind_IsFunction(T) ? function_Function(mapped_FromRest(K, T.parameters), FromSchemaType(K, T.returns), options) :
                            kind_IsAsyncIterator(T) ? AsyncIterator(FromSchemaType(K, T.items), options) :
                                kind_IsIterator(T) ? Iterator(FromSchemaType(K, T.items), options) :
                                    IsIntersect(T) ? Intersect(mapped_FromRest(K, T.allOf), options) :
                                        IsUnion(T) ? Union(mapped_FromRest(K, T.anyOf), options) :
                                            IsTuple(T) ? Tuple(mapped_FromRest(K, T.items ?? []), options) :
                                                kind_IsObject(T) ? object_Object(mapped_FromProperties(K, T.properties), options) :
                                                    kind_IsArray(T) ? array_Array(FromSchemaType(K, T.items), options) :
                                                        kind_IsPromise(T) ? Promise(FromSchemaType(K, T.item), options) :
                                                            T);
}
// prettier-ignore
function MappedFunctionReturnType(K, T) {
    const Acc = {};
    for (const L of K)
        Acc[L] = FromSchemaType(L, T);
    return Acc;
}
/** `[Json]` Creates a Mapped object type */
function Mapped(key, map, options) {
  const K = IsSchema(key) ? IndexPropertyKeys(key) : key;
  const RT = map({ [Kind]: 'MappedKey', keys: K });
  const R = MappedFunctionReturnType(K, RT);
  return object_Object(R, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/omit/omit-from-mapped-key.mjs

// prettier-ignore
function omit_from_mapped_key_FromPropertyKey(type, key, options) {
    return { [key]: Omit(type, [key], Clone(options)) };
}
// prettier-ignore
function omit_from_mapped_key_FromPropertyKeys(type, propertyKeys, options) {
    return propertyKeys.reduce((Acc, LK) => {
        return { ...Acc, ...omit_from_mapped_key_FromPropertyKey(type, LK, options) };
    }, {});
}
// prettier-ignore
function omit_from_mapped_key_FromMappedKey(type, mappedKey, options) {
    return omit_from_mapped_key_FromPropertyKeys(type, mappedKey.keys, options);
}
// prettier-ignore
function OmitFromMappedKey(type, mappedKey, options) {
    const properties = omit_from_mapped_key_FromMappedKey(type, mappedKey, options);
    return MappedResult(properties);
}

// ./node_modules/@sinclair/typebox/build/esm/type/omit/omit-from-mapped-result.mjs

// prettier-ignore
function omit_from_mapped_result_FromProperties(properties, propertyKeys, options) {
    const result = {};
    for (const K2 of globalThis.Object.getOwnPropertyNames(properties))
        result[K2] = Omit(properties[K2], propertyKeys, Clone(options));
    return result;
}
// prettier-ignore
function omit_from_mapped_result_FromMappedResult(mappedResult, propertyKeys, options) {
    return omit_from_mapped_result_FromProperties(mappedResult.properties, propertyKeys, options);
}
// prettier-ignore
function OmitFromMappedResult(mappedResult, propertyKeys, options) {
    const properties = omit_from_mapped_result_FromMappedResult(mappedResult, propertyKeys, options);
    return MappedResult(properties);
}

// ./node_modules/@sinclair/typebox/build/esm/type/omit/omit.mjs

// ------------------------------------------------------------------
// Mapped
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function omit_FromIntersect(types, propertyKeys) {
    return types.map((type) => OmitResolve(type, propertyKeys));
}
// prettier-ignore
function omit_FromUnion(types, propertyKeys) {
    return types.map((type) => OmitResolve(type, propertyKeys));
}
// ------------------------------------------------------------------
// FromProperty
// ------------------------------------------------------------------
// prettier-ignore
function omit_FromProperty(properties, key) {
    const { [key]: _, ...R } = properties;
    return R;
}
// prettier-ignore
function omit_FromProperties(properties, propertyKeys) {
    return propertyKeys.reduce((T, K2) => omit_FromProperty(T, K2), properties);
}
// prettier-ignore
function omit_FromObject(type, propertyKeys, properties) {
    const options = Discard(type, [TransformKind, '$id', 'required', 'properties']);
    const mappedProperties = omit_FromProperties(properties, propertyKeys);
    return object_Object(mappedProperties, options);
}
// prettier-ignore
function UnionFromPropertyKeys(propertyKeys) {
    const result = propertyKeys.reduce((result, key) => IsLiteralValue(key) ? [...result, Literal(key)] : result, []);
    return Union(result);
}
// prettier-ignore
function OmitResolve(type, propertyKeys) {
    return (IsIntersect(type) ? Intersect(omit_FromIntersect(type.allOf, propertyKeys)) :
        IsUnion(type) ? Union(omit_FromUnion(type.anyOf, propertyKeys)) :
            kind_IsObject(type) ? omit_FromObject(type, propertyKeys, type.properties) :
                object_Object({}));
}
/** `[Json]` Constructs a type whose keys are picked from the given type */
// prettier-ignore
function Omit(type, key, options) {
    const typeKey = value_IsArray(key) ? UnionFromPropertyKeys(key) : key;
    const propertyKeys = IsSchema(key) ? IndexPropertyKeys(key) : key;
    const isTypeRef = IsRef(type);
    const isKeyRef = IsRef(key);
    return (IsMappedResult(type) ? OmitFromMappedResult(type, propertyKeys, options) :
        IsMappedKey(key) ? OmitFromMappedKey(type, key, options) :
            (isTypeRef && isKeyRef) ? Computed('Omit', [type, typeKey], options) :
                (!isTypeRef && isKeyRef) ? Computed('Omit', [type, typeKey], options) :
                    (isTypeRef && !isKeyRef) ? Computed('Omit', [type, typeKey], options) :
                        CreateType({ ...OmitResolve(type, propertyKeys), ...options }));
}

// ./node_modules/@sinclair/typebox/build/esm/type/pick/pick-from-mapped-key.mjs

// prettier-ignore
function pick_from_mapped_key_FromPropertyKey(type, key, options) {
    return {
        [key]: Pick(type, [key], Clone(options))
    };
}
// prettier-ignore
function pick_from_mapped_key_FromPropertyKeys(type, propertyKeys, options) {
    return propertyKeys.reduce((result, leftKey) => {
        return { ...result, ...pick_from_mapped_key_FromPropertyKey(type, leftKey, options) };
    }, {});
}
// prettier-ignore
function pick_from_mapped_key_FromMappedKey(type, mappedKey, options) {
    return pick_from_mapped_key_FromPropertyKeys(type, mappedKey.keys, options);
}
// prettier-ignore
function PickFromMappedKey(type, mappedKey, options) {
    const properties = pick_from_mapped_key_FromMappedKey(type, mappedKey, options);
    return MappedResult(properties);
}

// ./node_modules/@sinclair/typebox/build/esm/type/pick/pick-from-mapped-result.mjs

// prettier-ignore
function pick_from_mapped_result_FromProperties(properties, propertyKeys, options) {
    const result = {};
    for (const K2 of globalThis.Object.getOwnPropertyNames(properties))
        result[K2] = Pick(properties[K2], propertyKeys, Clone(options));
    return result;
}
// prettier-ignore
function pick_from_mapped_result_FromMappedResult(mappedResult, propertyKeys, options) {
    return pick_from_mapped_result_FromProperties(mappedResult.properties, propertyKeys, options);
}
// prettier-ignore
function PickFromMappedResult(mappedResult, propertyKeys, options) {
    const properties = pick_from_mapped_result_FromMappedResult(mappedResult, propertyKeys, options);
    return MappedResult(properties);
}

// ./node_modules/@sinclair/typebox/build/esm/type/pick/pick.mjs

// ------------------------------------------------------------------
// Guards
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// Infrastructure
// ------------------------------------------------------------------

function pick_FromIntersect(types, propertyKeys) {
  return types.map(type => PickResolve(type, propertyKeys));
}
// prettier-ignore
function pick_FromUnion(types, propertyKeys) {
    return types.map((type) => PickResolve(type, propertyKeys));
}
// prettier-ignore
function pick_FromProperties(properties, propertyKeys) {
    const result = {};
    for (const K2 of propertyKeys)
        if (K2 in properties)
            result[K2] = properties[K2];
    return result;
}
// prettier-ignore
function pick_FromObject(Type, keys, properties) {
    const options = Discard(Type, [TransformKind, '$id', 'required', 'properties']);
    const mappedProperties = pick_FromProperties(properties, keys);
    return object_Object(mappedProperties, options);
}
// prettier-ignore
function pick_UnionFromPropertyKeys(propertyKeys) {
    const result = propertyKeys.reduce((result, key) => IsLiteralValue(key) ? [...result, Literal(key)] : result, []);
    return Union(result);
}
// prettier-ignore
function PickResolve(type, propertyKeys) {
    return (IsIntersect(type) ? Intersect(pick_FromIntersect(type.allOf, propertyKeys)) :
        IsUnion(type) ? Union(pick_FromUnion(type.anyOf, propertyKeys)) :
            kind_IsObject(type) ? pick_FromObject(type, propertyKeys, type.properties) :
                object_Object({}));
}
/** `[Json]` Constructs a type whose keys are picked from the given type */
// prettier-ignore
function Pick(type, key, options) {
    const typeKey = value_IsArray(key) ? pick_UnionFromPropertyKeys(key) : key;
    const propertyKeys = IsSchema(key) ? IndexPropertyKeys(key) : key;
    const isTypeRef = IsRef(type);
    const isKeyRef = IsRef(key);
    return (IsMappedResult(type) ? PickFromMappedResult(type, propertyKeys, options) :
        IsMappedKey(key) ? PickFromMappedKey(type, key, options) :
            (isTypeRef && isKeyRef) ? Computed('Pick', [type, typeKey], options) :
                (!isTypeRef && isKeyRef) ? Computed('Pick', [type, typeKey], options) :
                    (isTypeRef && !isKeyRef) ? Computed('Pick', [type, typeKey], options) :
                        CreateType({ ...PickResolve(type, propertyKeys), ...options }));
}

// ./node_modules/@sinclair/typebox/build/esm/type/partial/partial-from-mapped-result.mjs

// prettier-ignore
function partial_from_mapped_result_FromProperties(K, options) {
    const Acc = {};
    for (const K2 of globalThis.Object.getOwnPropertyNames(K))
        Acc[K2] = Partial(K[K2], Clone(options));
    return Acc;
}
// prettier-ignore
function partial_from_mapped_result_FromMappedResult(R, options) {
    return partial_from_mapped_result_FromProperties(R.properties, options);
}
// prettier-ignore
function PartialFromMappedResult(R, options) {
    const P = partial_from_mapped_result_FromMappedResult(R, options);
    return MappedResult(P);
}

// ./node_modules/@sinclair/typebox/build/esm/type/partial/partial.mjs

// ------------------------------------------------------------------
// KindGuard
// ------------------------------------------------------------------

// prettier-ignore
function partial_FromComputed(target, parameters) {
    return Computed('Partial', [Computed(target, parameters)]);
}
// prettier-ignore
function partial_FromRef($ref) {
    return Computed('Partial', [Ref($ref)]);
}
// prettier-ignore
function partial_FromProperties(properties) {
    const partialProperties = {};
    for (const K of globalThis.Object.getOwnPropertyNames(properties))
        partialProperties[K] = Optional(properties[K]);
    return partialProperties;
}
// prettier-ignore
function partial_FromObject(type, properties) {
    const options = Discard(type, [TransformKind, '$id', 'required', 'properties']);
    const mappedProperties = partial_FromProperties(properties);
    return object_Object(mappedProperties, options);
}
// prettier-ignore
function partial_FromRest(types) {
    return types.map(type => PartialResolve(type));
}
// ------------------------------------------------------------------
// PartialResolve
// ------------------------------------------------------------------
// prettier-ignore
function PartialResolve(type) {
    return (
    // Mappable
    IsComputed(type) ? partial_FromComputed(type.target, type.parameters) :
        IsRef(type) ? partial_FromRef(type.$ref) :
            IsIntersect(type) ? Intersect(partial_FromRest(type.allOf)) :
                IsUnion(type) ? Union(partial_FromRest(type.anyOf)) :
                    kind_IsObject(type) ? partial_FromObject(type, type.properties) :
                        // Intrinsic
                        kind_IsBigInt(type) ? type :
                            kind_IsBoolean(type) ? type :
                                kind_IsInteger(type) ? type :
                                    IsLiteral(type) ? type :
                                        kind_IsNull(type) ? type :
                                            kind_IsNumber(type) ? type :
                                                kind_IsString(type) ? type :
                                                    kind_IsSymbol(type) ? type :
                                                        kind_IsUndefined(type) ? type :
                                                            // Passthrough
                                                            object_Object({}));
}
/** `[Json]` Constructs a type where all properties are optional */
function Partial(type, options) {
  if (IsMappedResult(type)) {
    return PartialFromMappedResult(type, options);
  } else {
    // special: mapping types require overridable options
    return CreateType({ ...PartialResolve(type), ...options });
  }
}

// ./node_modules/@sinclair/typebox/build/esm/type/required/required-from-mapped-result.mjs

// prettier-ignore
function required_from_mapped_result_FromProperties(P, options) {
    const Acc = {};
    for (const K2 of globalThis.Object.getOwnPropertyNames(P))
        Acc[K2] = Required(P[K2], options);
    return Acc;
}
// prettier-ignore
function required_from_mapped_result_FromMappedResult(R, options) {
    return required_from_mapped_result_FromProperties(R.properties, options);
}
// prettier-ignore
function RequiredFromMappedResult(R, options) {
    const P = required_from_mapped_result_FromMappedResult(R, options);
    return MappedResult(P);
}

// ./node_modules/@sinclair/typebox/build/esm/type/required/required.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function required_FromComputed(target, parameters) {
    return Computed('Required', [Computed(target, parameters)]);
}
// prettier-ignore
function required_FromRef($ref) {
    return Computed('Required', [Ref($ref)]);
}
// prettier-ignore
function required_FromProperties(properties) {
    const requiredProperties = {};
    for (const K of globalThis.Object.getOwnPropertyNames(properties))
        requiredProperties[K] = Discard(properties[K], [OptionalKind]);
    return requiredProperties;
}
// prettier-ignore
function required_FromObject(type, properties) {
    const options = Discard(type, [TransformKind, '$id', 'required', 'properties']);
    const mappedProperties = required_FromProperties(properties);
    return object_Object(mappedProperties, options);
}
// prettier-ignore
function required_FromRest(types) {
    return types.map(type => RequiredResolve(type));
}
// ------------------------------------------------------------------
// RequiredResolve
// ------------------------------------------------------------------
// prettier-ignore
function RequiredResolve(type) {
    return (
    // Mappable
    IsComputed(type) ? required_FromComputed(type.target, type.parameters) :
        IsRef(type) ? required_FromRef(type.$ref) :
            IsIntersect(type) ? Intersect(required_FromRest(type.allOf)) :
                IsUnion(type) ? Union(required_FromRest(type.anyOf)) :
                    kind_IsObject(type) ? required_FromObject(type, type.properties) :
                        // Intrinsic
                        kind_IsBigInt(type) ? type :
                            kind_IsBoolean(type) ? type :
                                kind_IsInteger(type) ? type :
                                    IsLiteral(type) ? type :
                                        kind_IsNull(type) ? type :
                                            kind_IsNumber(type) ? type :
                                                kind_IsString(type) ? type :
                                                    kind_IsSymbol(type) ? type :
                                                        kind_IsUndefined(type) ? type :
                                                            // Passthrough
                                                            object_Object({}));
}
/** `[Json]` Constructs a type where all properties are required */
function Required(type, options) {
  if (IsMappedResult(type)) {
    return RequiredFromMappedResult(type, options);
  } else {
    // special: mapping types require overridable options
    return CreateType({ ...RequiredResolve(type), ...options });
  }
}

// ./node_modules/@sinclair/typebox/build/esm/type/module/compute.mjs

// ------------------------------------------------------------------
// Symbols
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// KindGuard
// ------------------------------------------------------------------

// prettier-ignore
function DereferenceParameters(moduleProperties, types) {
    return types.map((type) => {
        return IsRef(type)
            ? Dereference(moduleProperties, type.$ref)
            : compute_FromType(moduleProperties, type);
    });
}
// prettier-ignore
function Dereference(moduleProperties, ref) {
    return (ref in moduleProperties
        ? IsRef(moduleProperties[ref])
            ? Dereference(moduleProperties, moduleProperties[ref].$ref)
            : compute_FromType(moduleProperties, moduleProperties[ref])
        : Never());
}
// prettier-ignore
function FromAwaited(parameters) {
    return Awaited(parameters[0]);
}
// prettier-ignore
function FromIndex(parameters) {
    return Index(parameters[0], parameters[1]);
}
// prettier-ignore
function FromKeyOf(parameters) {
    return KeyOf(parameters[0]);
}
// prettier-ignore
function FromPartial(parameters) {
    return Partial(parameters[0]);
}
// prettier-ignore
function FromOmit(parameters) {
    return Omit(parameters[0], parameters[1]);
}
// prettier-ignore
function FromPick(parameters) {
    return Pick(parameters[0], parameters[1]);
}
// prettier-ignore
function FromRequired(parameters) {
    return Required(parameters[0]);
}
// prettier-ignore
function compute_FromComputed(moduleProperties, target, parameters) {
    const dereferenced = DereferenceParameters(moduleProperties, parameters);
    return (target === 'Awaited' ? FromAwaited(dereferenced) :
        target === 'Index' ? FromIndex(dereferenced) :
            target === 'KeyOf' ? FromKeyOf(dereferenced) :
                target === 'Partial' ? FromPartial(dereferenced) :
                    target === 'Omit' ? FromOmit(dereferenced) :
                        target === 'Pick' ? FromPick(dereferenced) :
                            target === 'Required' ? FromRequired(dereferenced) :
                                Never());
}
function compute_FromArray(moduleProperties, type) {
  return array_Array(compute_FromType(moduleProperties, type));
}
function compute_FromAsyncIterator(moduleProperties, type) {
  return AsyncIterator(compute_FromType(moduleProperties, type));
}
// prettier-ignore
function compute_FromConstructor(moduleProperties, parameters, instanceType) {
    return Constructor(compute_FromTypes(moduleProperties, parameters), compute_FromType(moduleProperties, instanceType));
}
// prettier-ignore
function compute_FromFunction(moduleProperties, parameters, returnType) {
    return function_Function(compute_FromTypes(moduleProperties, parameters), compute_FromType(moduleProperties, returnType));
}
function compute_FromIntersect(moduleProperties, types) {
  return Intersect(compute_FromTypes(moduleProperties, types));
}
function compute_FromIterator(moduleProperties, type) {
  return Iterator(compute_FromType(moduleProperties, type));
}
function compute_FromObject(moduleProperties, properties) {
  return object_Object(
    globalThis.Object.keys(properties).reduce((result, key) => {
      return { ...result, [key]: compute_FromType(moduleProperties, properties[key]) };
    }, {})
  );
}
// prettier-ignore
function compute_FromRecord(moduleProperties, type) {
    const [value, pattern] = [compute_FromType(moduleProperties, record_RecordValue(type)), RecordPattern(type)];
    const result = CloneType(type);
    result.patternProperties[pattern] = value;
    return result;
}
// prettier-ignore
function FromTransform(moduleProperties, transform) {
    return (IsRef(transform))
        ? { ...Dereference(moduleProperties, transform.$ref), [TransformKind]: transform[TransformKind] }
        : transform;
}
function compute_FromTuple(moduleProperties, types) {
  return Tuple(compute_FromTypes(moduleProperties, types));
}
function compute_FromUnion(moduleProperties, types) {
  return Union(compute_FromTypes(moduleProperties, types));
}
function compute_FromTypes(moduleProperties, types) {
  return types.map(type => compute_FromType(moduleProperties, type));
}
// prettier-ignore
function compute_FromType(moduleProperties, type) {
    return (
    // Modifiers
    IsOptional(type) ? CreateType(compute_FromType(moduleProperties, Discard(type, [OptionalKind])), type) :
        IsReadonly(type) ? CreateType(compute_FromType(moduleProperties, Discard(type, [ReadonlyKind])), type) :
            // Transform
            IsTransform(type) ? CreateType(FromTransform(moduleProperties, type), type) :
                // Types
                kind_IsArray(type) ? CreateType(compute_FromArray(moduleProperties, type.items), type) :
                    kind_IsAsyncIterator(type) ? CreateType(compute_FromAsyncIterator(moduleProperties, type.items), type) :
                        IsComputed(type) ? CreateType(compute_FromComputed(moduleProperties, type.target, type.parameters)) :
                            IsConstructor(type) ? CreateType(compute_FromConstructor(moduleProperties, type.parameters, type.returns), type) :
                                kind_IsFunction(type) ? CreateType(compute_FromFunction(moduleProperties, type.parameters, type.returns), type) :
                                    IsIntersect(type) ? CreateType(compute_FromIntersect(moduleProperties, type.allOf), type) :
                                        kind_IsIterator(type) ? CreateType(compute_FromIterator(moduleProperties, type.items), type) :
                                            kind_IsObject(type) ? CreateType(compute_FromObject(moduleProperties, type.properties), type) :
                                                IsRecord(type) ? CreateType(compute_FromRecord(moduleProperties, type)) :
                                                    IsTuple(type) ? CreateType(compute_FromTuple(moduleProperties, type.items || []), type) :
                                                        IsUnion(type) ? CreateType(compute_FromUnion(moduleProperties, type.anyOf), type) :
                                                            type);
}
// prettier-ignore
function ComputeType(moduleProperties, key) {
    return (key in moduleProperties
        ? compute_FromType(moduleProperties, moduleProperties[key])
        : Never());
}
// prettier-ignore
function ComputeModuleProperties(moduleProperties) {
    return globalThis.Object.getOwnPropertyNames(moduleProperties).reduce((result, key) => {
        return { ...result, [key]: ComputeType(moduleProperties, key) };
    }, {});
}

// ./node_modules/@sinclair/typebox/build/esm/type/module/module.mjs

// ------------------------------------------------------------------
// Module Infrastructure Types
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// Module
// ------------------------------------------------------------------
// prettier-ignore
class TModule {
    constructor($defs) {
        const computed = ComputeModuleProperties($defs);
        const identified = this.WithIdentifiers(computed);
        this.$defs = identified;
    }
    /** `[Json]` Imports a Type by Key. */
    Import(key, options) {
        const $defs = { ...this.$defs, [key]: CreateType(this.$defs[key], options) };
        return CreateType({ [Kind]: 'Import', $defs, $ref: key });
    }
    // prettier-ignore
    WithIdentifiers($defs) {
        return globalThis.Object.getOwnPropertyNames($defs).reduce((result, key) => {
            return { ...result, [key]: { ...$defs[key], $id: key } };
        }, {});
    }
}
/** `[Json]` Creates a Type Definition Module. */
function Module(properties) {
  return new TModule(properties);
}

// ./node_modules/@sinclair/typebox/build/esm/type/not/not.mjs

/** `[Json]` Creates a Not type */
function Not(type, options) {
  return CreateType({ [Kind]: 'Not', not: type }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/parameters/parameters.mjs

/** `[JavaScript]` Extracts the Parameters from the given Function type */
function Parameters(schema, options) {
  return kind_IsFunction(schema) ? Tuple(schema.parameters, options) : Never();
}

// ./node_modules/@sinclair/typebox/build/esm/type/recursive/recursive.mjs

// Auto Tracked For Recursive Types without ID's
let Ordinal = 0;
/** `[Json]` Creates a Recursive type */
function Recursive(callback, options = {}) {
  if (value_IsUndefined(options.$id)) options.$id = `T${Ordinal++}`;
  const thisType = CloneType(callback({ [Kind]: 'This', $ref: `${options.$id}` }));
  thisType.$id = options.$id;
  // prettier-ignore
  return CreateType({ [Hint]: 'Recursive', ...thisType }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/regexp/regexp.mjs

/** `[JavaScript]` Creates a RegExp type */
function regexp_RegExp(unresolved, options) {
  const expr = value_IsString(unresolved) ? new globalThis.RegExp(unresolved) : unresolved;
  return CreateType(
    { [Kind]: 'RegExp', type: 'RegExp', source: expr.source, flags: expr.flags },
    options
  );
}

// ./node_modules/@sinclair/typebox/build/esm/type/rest/rest.mjs
// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// prettier-ignore
function RestResolve(T) {
    return (IsIntersect(T) ? T.allOf :
        IsUnion(T) ? T.anyOf :
            IsTuple(T) ? T.items ?? [] :
                []);
}
/** `[Json]` Extracts interior Rest elements from Tuple, Intersect and Union types */
function Rest(T) {
  return RestResolve(T);
}

// ./node_modules/@sinclair/typebox/build/esm/type/return-type/return-type.mjs

/** `[JavaScript]` Extracts the ReturnType from the given Function type */
function ReturnType(schema, options) {
  return kind_IsFunction(schema) ? CreateType(schema.returns, options) : Never(options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/transform/transform.mjs

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// TransformBuilders
// ------------------------------------------------------------------
class TransformDecodeBuilder {
  constructor(schema) {
    this.schema = schema;
  }
  Decode(decode) {
    return new TransformEncodeBuilder(this.schema, decode);
  }
}
// prettier-ignore
class TransformEncodeBuilder {
    constructor(schema, decode) {
        this.schema = schema;
        this.decode = decode;
    }
    EncodeTransform(encode, schema) {
        const Encode = (value) => schema[TransformKind].Encode(encode(value));
        const Decode = (value) => this.decode(schema[TransformKind].Decode(value));
        const Codec = { Encode: Encode, Decode: Decode };
        return { ...schema, [TransformKind]: Codec };
    }
    EncodeSchema(encode, schema) {
        const Codec = { Decode: this.decode, Encode: encode };
        return { ...schema, [TransformKind]: Codec };
    }
    Encode(encode) {
        return (IsTransform(this.schema) ? this.EncodeTransform(encode, this.schema) : this.EncodeSchema(encode, this.schema));
    }
}
/** `[Json]` Creates a Transform type */
function Transform(schema) {
  return new TransformDecodeBuilder(schema);
}

// ./node_modules/@sinclair/typebox/build/esm/type/unsafe/unsafe.mjs

/** `[Json]` Creates a Unsafe type that will infers as the generic argument T */
function Unsafe(options = {}) {
  return CreateType({ [Kind]: options[Kind] ?? 'Unsafe' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/void/void.mjs

/** `[JavaScript]` Creates a Void type */
function Void(options) {
  return CreateType({ [Kind]: 'Void', type: 'void' }, options);
}

// ./node_modules/@sinclair/typebox/build/esm/type/type/type.mjs
// ------------------------------------------------------------------
// Type: Module
// ------------------------------------------------------------------

// ./node_modules/@sinclair/typebox/build/esm/type/type/index.mjs
// ------------------------------------------------------------------
// JsonTypeBuilder
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// JavaScriptTypeBuilder
// ------------------------------------------------------------------

/** JavaScript Type Builder with Static Resolution for TypeScript */
const Type = type_namespaceObject;

// ./node_modules/@sinclair/typebox/build/esm/type/registry/format.mjs
/** A registry for user defined string formats */
const map = new Map();
/** Returns the entries in this registry */
function Entries() {
  return new Map(map);
}
/** Clears all user defined string formats */
function Clear() {
  return map.clear();
}
/** Deletes a registered format */
function Delete(format) {
  return map.delete(format);
}
/** Returns true if the user defined string format exists */
function Has(format) {
  return map.has(format);
}
/** Sets a validation function for a user defined string format */
function format_Set(format, func) {
  map.set(format, func);
}
/** Gets a validation function for a user defined string format */
function Get(format) {
  return map.get(format);
}

// ./node_modules/@sinclair/typebox/build/esm/type/registry/type.mjs
/** A registry for user defined types */
const type_map = new Map();
/** Returns the entries in this registry */
function type_Entries() {
  return new Map(type_map);
}
/** Clears all user defined types */
function type_Clear() {
  return type_map.clear();
}
/** Deletes a registered type */
function type_Delete(kind) {
  return type_map.delete(kind);
}
/** Returns true if this registry contains this kind */
function type_Has(kind) {
  return type_map.has(kind);
}
/** Sets a validation function for a user defined type */
function type_Set(kind, func) {
  type_map.set(kind, func);
}
/** Gets a custom validation function for a user defined type */
function type_Get(kind) {
  return type_map.get(kind);
}

// ./node_modules/@sinclair/typebox/build/esm/type/extends/extends-undefined.mjs

/** Fast undefined check used for properties of type undefined */
function extends_undefined_Intersect(schema) {
  return schema.allOf.every(schema => ExtendsUndefinedCheck(schema));
}
function extends_undefined_Union(schema) {
  return schema.anyOf.some(schema => ExtendsUndefinedCheck(schema));
}
function extends_undefined_Not(schema) {
  return !ExtendsUndefinedCheck(schema.not);
}
/** Fast undefined check used for properties of type undefined */
// prettier-ignore
function ExtendsUndefinedCheck(schema) {
    return (schema[Kind] === 'Intersect' ? extends_undefined_Intersect(schema) :
        schema[Kind] === 'Union' ? extends_undefined_Union(schema) :
            schema[Kind] === 'Not' ? extends_undefined_Not(schema) :
                schema[Kind] === 'Undefined' ? true :
                    false);
}

// ./node_modules/@sinclair/typebox/build/esm/errors/function.mjs

/** Creates an error message using en-US as the default locale */
function DefaultErrorFunction(error) {
  switch (error.errorType) {
    case ValueErrorType.ArrayContains:
      return 'Expected array to contain at least one matching value';
    case ValueErrorType.ArrayMaxContains:
      return `Expected array to contain no more than ${error.schema.maxContains} matching values`;
    case ValueErrorType.ArrayMinContains:
      return `Expected array to contain at least ${error.schema.minContains} matching values`;
    case ValueErrorType.ArrayMaxItems:
      return `Expected array length to be less or equal to ${error.schema.maxItems}`;
    case ValueErrorType.ArrayMinItems:
      return `Expected array length to be greater or equal to ${error.schema.minItems}`;
    case ValueErrorType.ArrayUniqueItems:
      return 'Expected array elements to be unique';
    case ValueErrorType.Array:
      return 'Expected array';
    case ValueErrorType.AsyncIterator:
      return 'Expected AsyncIterator';
    case ValueErrorType.BigIntExclusiveMaximum:
      return `Expected bigint to be less than ${error.schema.exclusiveMaximum}`;
    case ValueErrorType.BigIntExclusiveMinimum:
      return `Expected bigint to be greater than ${error.schema.exclusiveMinimum}`;
    case ValueErrorType.BigIntMaximum:
      return `Expected bigint to be less or equal to ${error.schema.maximum}`;
    case ValueErrorType.BigIntMinimum:
      return `Expected bigint to be greater or equal to ${error.schema.minimum}`;
    case ValueErrorType.BigIntMultipleOf:
      return `Expected bigint to be a multiple of ${error.schema.multipleOf}`;
    case ValueErrorType.BigInt:
      return 'Expected bigint';
    case ValueErrorType.Boolean:
      return 'Expected boolean';
    case ValueErrorType.DateExclusiveMinimumTimestamp:
      return `Expected Date timestamp to be greater than ${error.schema.exclusiveMinimumTimestamp}`;
    case ValueErrorType.DateExclusiveMaximumTimestamp:
      return `Expected Date timestamp to be less than ${error.schema.exclusiveMaximumTimestamp}`;
    case ValueErrorType.DateMinimumTimestamp:
      return `Expected Date timestamp to be greater or equal to ${error.schema.minimumTimestamp}`;
    case ValueErrorType.DateMaximumTimestamp:
      return `Expected Date timestamp to be less or equal to ${error.schema.maximumTimestamp}`;
    case ValueErrorType.DateMultipleOfTimestamp:
      return `Expected Date timestamp to be a multiple of ${error.schema.multipleOfTimestamp}`;
    case ValueErrorType.Date:
      return 'Expected Date';
    case ValueErrorType.Function:
      return 'Expected function';
    case ValueErrorType.IntegerExclusiveMaximum:
      return `Expected integer to be less than ${error.schema.exclusiveMaximum}`;
    case ValueErrorType.IntegerExclusiveMinimum:
      return `Expected integer to be greater than ${error.schema.exclusiveMinimum}`;
    case ValueErrorType.IntegerMaximum:
      return `Expected integer to be less or equal to ${error.schema.maximum}`;
    case ValueErrorType.IntegerMinimum:
      return `Expected integer to be greater or equal to ${error.schema.minimum}`;
    case ValueErrorType.IntegerMultipleOf:
      return `Expected integer to be a multiple of ${error.schema.multipleOf}`;
    case ValueErrorType.Integer:
      return 'Expected integer';
    case ValueErrorType.IntersectUnevaluatedProperties:
      return 'Unexpected property';
    case ValueErrorType.Intersect:
      return 'Expected all values to match';
    case ValueErrorType.Iterator:
      return 'Expected Iterator';
    case ValueErrorType.Literal:
      return `Expected ${typeof error.schema.const === 'string' ? `'${error.schema.const}'` : error.schema.const}`;
    case ValueErrorType.Never:
      return 'Never';
    case ValueErrorType.Not:
      return 'Value should not match';
    case ValueErrorType.Null:
      return 'Expected null';
    case ValueErrorType.NumberExclusiveMaximum:
      return `Expected number to be less than ${error.schema.exclusiveMaximum}`;
    case ValueErrorType.NumberExclusiveMinimum:
      return `Expected number to be greater than ${error.schema.exclusiveMinimum}`;
    case ValueErrorType.NumberMaximum:
      return `Expected number to be less or equal to ${error.schema.maximum}`;
    case ValueErrorType.NumberMinimum:
      return `Expected number to be greater or equal to ${error.schema.minimum}`;
    case ValueErrorType.NumberMultipleOf:
      return `Expected number to be a multiple of ${error.schema.multipleOf}`;
    case ValueErrorType.Number:
      return 'Expected number';
    case ValueErrorType.Object:
      return 'Expected object';
    case ValueErrorType.ObjectAdditionalProperties:
      return 'Unexpected property';
    case ValueErrorType.ObjectMaxProperties:
      return `Expected object to have no more than ${error.schema.maxProperties} properties`;
    case ValueErrorType.ObjectMinProperties:
      return `Expected object to have at least ${error.schema.minProperties} properties`;
    case ValueErrorType.ObjectRequiredProperty:
      return 'Expected required property';
    case ValueErrorType.Promise:
      return 'Expected Promise';
    case ValueErrorType.RegExp:
      return 'Expected string to match regular expression';
    case ValueErrorType.StringFormatUnknown:
      return `Unknown format '${error.schema.format}'`;
    case ValueErrorType.StringFormat:
      return `Expected string to match '${error.schema.format}' format`;
    case ValueErrorType.StringMaxLength:
      return `Expected string length less or equal to ${error.schema.maxLength}`;
    case ValueErrorType.StringMinLength:
      return `Expected string length greater or equal to ${error.schema.minLength}`;
    case ValueErrorType.StringPattern:
      return `Expected string to match '${error.schema.pattern}'`;
    case ValueErrorType.String:
      return 'Expected string';
    case ValueErrorType.Symbol:
      return 'Expected symbol';
    case ValueErrorType.TupleLength:
      return `Expected tuple to have ${error.schema.maxItems || 0} elements`;
    case ValueErrorType.Tuple:
      return 'Expected tuple';
    case ValueErrorType.Uint8ArrayMaxByteLength:
      return `Expected byte length less or equal to ${error.schema.maxByteLength}`;
    case ValueErrorType.Uint8ArrayMinByteLength:
      return `Expected byte length greater or equal to ${error.schema.minByteLength}`;
    case ValueErrorType.Uint8Array:
      return 'Expected Uint8Array';
    case ValueErrorType.Undefined:
      return 'Expected undefined';
    case ValueErrorType.Union:
      return 'Expected union value';
    case ValueErrorType.Void:
      return 'Expected void';
    case ValueErrorType.Kind:
      return `Expected kind '${error.schema[Kind]}'`;
    default:
      return 'Unknown error type';
  }
}
/** Manages error message providers */
let errorFunction = DefaultErrorFunction;
/** Sets the error function used to generate error messages. */
function SetErrorFunction(callback) {
  errorFunction = callback;
}
/** Gets the error function used to generate error messages */
function GetErrorFunction() {
  return errorFunction;
}

// ./node_modules/@sinclair/typebox/build/esm/value/deref/deref.mjs

class TypeDereferenceError extends TypeBoxError {
  constructor(schema) {
    super(`Unable to dereference schema with $id '${schema.$ref}'`);
    this.schema = schema;
  }
}
function Resolve(schema, references) {
  const target = references.find(target => target.$id === schema.$ref);
  if (target === undefined) throw new TypeDereferenceError(schema);
  return Deref(target, references);
}
/** `[Internal]` Pushes a schema onto references if the schema has an $id and does not exist on references */
function Pushref(schema, references) {
  if (!IsString(schema.$id) || references.some(target => target.$id === schema.$id))
    return references;
  references.push(schema);
  return references;
}
/** `[Internal]` Dereferences a schema from the references array or throws if not found */
function Deref(schema, references) {
  // prettier-ignore
  return (schema[Kind] === 'This' || schema[Kind] === 'Ref')
        ? Resolve(schema, references)
        : schema;
}

// ./node_modules/@sinclair/typebox/build/esm/value/hash/hash.mjs

// ------------------------------------------------------------------
// Errors
// ------------------------------------------------------------------
class ValueHashError extends TypeBoxError {
  constructor(value) {
    super(`Unable to hash value`);
    this.value = value;
  }
}
// ------------------------------------------------------------------
// ByteMarker
// ------------------------------------------------------------------
var ByteMarker;
(function (ByteMarker) {
  ByteMarker[(ByteMarker['Undefined'] = 0)] = 'Undefined';
  ByteMarker[(ByteMarker['Null'] = 1)] = 'Null';
  ByteMarker[(ByteMarker['Boolean'] = 2)] = 'Boolean';
  ByteMarker[(ByteMarker['Number'] = 3)] = 'Number';
  ByteMarker[(ByteMarker['String'] = 4)] = 'String';
  ByteMarker[(ByteMarker['Object'] = 5)] = 'Object';
  ByteMarker[(ByteMarker['Array'] = 6)] = 'Array';
  ByteMarker[(ByteMarker['Date'] = 7)] = 'Date';
  ByteMarker[(ByteMarker['Uint8Array'] = 8)] = 'Uint8Array';
  ByteMarker[(ByteMarker['Symbol'] = 9)] = 'Symbol';
  ByteMarker[(ByteMarker['BigInt'] = 10)] = 'BigInt';
})(ByteMarker || (ByteMarker = {}));
// ------------------------------------------------------------------
// State
// ------------------------------------------------------------------
let Accumulator = BigInt('14695981039346656037');
const [Prime, Size] = [BigInt('1099511628211'), BigInt('18446744073709551616' /* 2 ^ 64 */)];
const Bytes = Array.from({ length: 256 }).map((_, i) => BigInt(i));
const F64 = new Float64Array(1);
const F64In = new DataView(F64.buffer);
const F64Out = new Uint8Array(F64.buffer);
// ------------------------------------------------------------------
// NumberToBytes
// ------------------------------------------------------------------
function* NumberToBytes(value) {
  const byteCount = value === 0 ? 1 : Math.ceil(Math.floor(Math.log2(value) + 1) / 8);
  for (let i = 0; i < byteCount; i++) {
    yield (value >> (8 * (byteCount - 1 - i))) & 0xff;
  }
}
// ------------------------------------------------------------------
// Hashing Functions
// ------------------------------------------------------------------
function hash_ArrayType(value) {
  FNV1A64(ByteMarker.Array);
  for (const item of value) {
    hash_Visit(item);
  }
}
function BooleanType(value) {
  FNV1A64(ByteMarker.Boolean);
  FNV1A64(value ? 1 : 0);
}
function BigIntType(value) {
  FNV1A64(ByteMarker.BigInt);
  F64In.setBigInt64(0, value);
  for (const byte of F64Out) {
    FNV1A64(byte);
  }
}
function hash_DateType(value) {
  FNV1A64(ByteMarker.Date);
  hash_Visit(value.getTime());
}
function NullType(value) {
  FNV1A64(ByteMarker.Null);
}
function NumberType(value) {
  FNV1A64(ByteMarker.Number);
  F64In.setFloat64(0, value);
  for (const byte of F64Out) {
    FNV1A64(byte);
  }
}
function hash_ObjectType(value) {
  FNV1A64(ByteMarker.Object);
  for (const key of globalThis.Object.getOwnPropertyNames(value).sort()) {
    hash_Visit(key);
    hash_Visit(value[key]);
  }
}
function StringType(value) {
  FNV1A64(ByteMarker.String);
  for (let i = 0; i < value.length; i++) {
    for (const byte of NumberToBytes(value.charCodeAt(i))) {
      FNV1A64(byte);
    }
  }
}
function SymbolType(value) {
  FNV1A64(ByteMarker.Symbol);
  hash_Visit(value.description);
}
function hash_Uint8ArrayType(value) {
  FNV1A64(ByteMarker.Uint8Array);
  for (let i = 0; i < value.length; i++) {
    FNV1A64(value[i]);
  }
}
function UndefinedType(value) {
  return FNV1A64(ByteMarker.Undefined);
}
function hash_Visit(value) {
  if (IsArray(value)) return hash_ArrayType(value);
  if (IsBoolean(value)) return BooleanType(value);
  if (IsBigInt(value)) return BigIntType(value);
  if (IsDate(value)) return hash_DateType(value);
  if (IsNull(value)) return NullType(value);
  if (IsNumber(value)) return NumberType(value);
  if (IsObject(value)) return hash_ObjectType(value);
  if (IsString(value)) return StringType(value);
  if (IsSymbol(value)) return SymbolType(value);
  if (IsUint8Array(value)) return hash_Uint8ArrayType(value);
  if (IsUndefined(value)) return UndefinedType(value);
  throw new ValueHashError(value);
}
function FNV1A64(byte) {
  Accumulator = Accumulator ^ Bytes[byte];
  Accumulator = (Accumulator * Prime) % Size;
}
// ------------------------------------------------------------------
// Hash
// ------------------------------------------------------------------
/** Creates a FNV1A-64 non cryptographic hash of the given value */
function Hash(value) {
  Accumulator = BigInt('14695981039346656037');
  hash_Visit(value);
  return Accumulator;
}

// ./node_modules/@sinclair/typebox/build/esm/value/check/check.mjs

// ------------------------------------------------------------------
// ValueGuard
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// KindGuard
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// Errors
// ------------------------------------------------------------------
class ValueCheckUnknownTypeError extends TypeBoxError {
  constructor(schema) {
    super(`Unknown type`);
    this.schema = schema;
  }
}
// ------------------------------------------------------------------
// TypeGuards
// ------------------------------------------------------------------
function IsAnyOrUnknown(schema) {
  return schema[Kind] === 'Any' || schema[Kind] === 'Unknown';
}
// ------------------------------------------------------------------
// Guards
// ------------------------------------------------------------------
function IsDefined(value) {
  return value !== undefined;
}
// ------------------------------------------------------------------
// Types
// ------------------------------------------------------------------
function check_FromAny(schema, references, value) {
  return true;
}
function check_FromArgument(schema, references, value) {
  return true;
}
function check_FromArray(schema, references, value) {
  if (!IsArray(value)) return false;
  if (IsDefined(schema.minItems) && !(value.length >= schema.minItems)) {
    return false;
  }
  if (IsDefined(schema.maxItems) && !(value.length <= schema.maxItems)) {
    return false;
  }
  for (const element of value) {
    if (!check_Visit(schema.items, references, element)) return false;
  }
  // prettier-ignore
  if (schema.uniqueItems === true && !((function () { const set = new Set(); for (const element of value) {
        const hashed = Hash(element);
        if (set.has(hashed)) {
            return false;
        }
        else {
            set.add(hashed);
        }
    } return true; })())) {
        return false;
    }
  // contains
  if (
    !(IsDefined(schema.contains) || IsNumber(schema.minContains) || IsNumber(schema.maxContains))
  ) {
    return true; // exit
  }
  const containsSchema = IsDefined(schema.contains) ? schema.contains : Never();
  const containsCount = value.reduce(
    (acc, value) => (check_Visit(containsSchema, references, value) ? acc + 1 : acc),
    0
  );
  if (containsCount === 0) {
    return false;
  }
  if (IsNumber(schema.minContains) && containsCount < schema.minContains) {
    return false;
  }
  if (IsNumber(schema.maxContains) && containsCount > schema.maxContains) {
    return false;
  }
  return true;
}
function check_FromAsyncIterator(schema, references, value) {
  return IsAsyncIterator(value);
}
function check_FromBigInt(schema, references, value) {
  if (!IsBigInt(value)) return false;
  if (IsDefined(schema.exclusiveMaximum) && !(value < schema.exclusiveMaximum)) {
    return false;
  }
  if (IsDefined(schema.exclusiveMinimum) && !(value > schema.exclusiveMinimum)) {
    return false;
  }
  if (IsDefined(schema.maximum) && !(value <= schema.maximum)) {
    return false;
  }
  if (IsDefined(schema.minimum) && !(value >= schema.minimum)) {
    return false;
  }
  if (IsDefined(schema.multipleOf) && !(value % schema.multipleOf === BigInt(0))) {
    return false;
  }
  return true;
}
function check_FromBoolean(schema, references, value) {
  return IsBoolean(value);
}
function check_FromConstructor(schema, references, value) {
  return check_Visit(schema.returns, references, value.prototype);
}
function check_FromDate(schema, references, value) {
  if (!IsDate(value)) return false;
  if (
    IsDefined(schema.exclusiveMaximumTimestamp) &&
    !(value.getTime() < schema.exclusiveMaximumTimestamp)
  ) {
    return false;
  }
  if (
    IsDefined(schema.exclusiveMinimumTimestamp) &&
    !(value.getTime() > schema.exclusiveMinimumTimestamp)
  ) {
    return false;
  }
  if (IsDefined(schema.maximumTimestamp) && !(value.getTime() <= schema.maximumTimestamp)) {
    return false;
  }
  if (IsDefined(schema.minimumTimestamp) && !(value.getTime() >= schema.minimumTimestamp)) {
    return false;
  }
  if (
    IsDefined(schema.multipleOfTimestamp) &&
    !(value.getTime() % schema.multipleOfTimestamp === 0)
  ) {
    return false;
  }
  return true;
}
function check_FromFunction(schema, references, value) {
  return IsFunction(value);
}
function FromImport(schema, references, value) {
  const definitions = globalThis.Object.values(schema.$defs);
  const target = schema.$defs[schema.$ref];
  return check_Visit(target, [...references, ...definitions], value);
}
function check_FromInteger(schema, references, value) {
  if (!IsInteger(value)) {
    return false;
  }
  if (IsDefined(schema.exclusiveMaximum) && !(value < schema.exclusiveMaximum)) {
    return false;
  }
  if (IsDefined(schema.exclusiveMinimum) && !(value > schema.exclusiveMinimum)) {
    return false;
  }
  if (IsDefined(schema.maximum) && !(value <= schema.maximum)) {
    return false;
  }
  if (IsDefined(schema.minimum) && !(value >= schema.minimum)) {
    return false;
  }
  if (IsDefined(schema.multipleOf) && !(value % schema.multipleOf === 0)) {
    return false;
  }
  return true;
}
function check_FromIntersect(schema, references, value) {
  const check1 = schema.allOf.every(schema => check_Visit(schema, references, value));
  if (schema.unevaluatedProperties === false) {
    const keyPattern = new RegExp(KeyOfPattern(schema));
    const check2 = Object.getOwnPropertyNames(value).every(key => keyPattern.test(key));
    return check1 && check2;
  } else if (IsSchema(schema.unevaluatedProperties)) {
    const keyCheck = new RegExp(KeyOfPattern(schema));
    const check2 = Object.getOwnPropertyNames(value).every(
      key => keyCheck.test(key) || check_Visit(schema.unevaluatedProperties, references, value[key])
    );
    return check1 && check2;
  } else {
    return check1;
  }
}
function check_FromIterator(schema, references, value) {
  return IsIterator(value);
}
function check_FromLiteral(schema, references, value) {
  return value === schema.const;
}
function check_FromNever(schema, references, value) {
  return false;
}
function check_FromNot(schema, references, value) {
  return !check_Visit(schema.not, references, value);
}
function check_FromNull(schema, references, value) {
  return IsNull(value);
}
function check_FromNumber(schema, references, value) {
  if (!TypeSystemPolicy.IsNumberLike(value)) return false;
  if (IsDefined(schema.exclusiveMaximum) && !(value < schema.exclusiveMaximum)) {
    return false;
  }
  if (IsDefined(schema.exclusiveMinimum) && !(value > schema.exclusiveMinimum)) {
    return false;
  }
  if (IsDefined(schema.minimum) && !(value >= schema.minimum)) {
    return false;
  }
  if (IsDefined(schema.maximum) && !(value <= schema.maximum)) {
    return false;
  }
  if (IsDefined(schema.multipleOf) && !(value % schema.multipleOf === 0)) {
    return false;
  }
  return true;
}
function check_FromObject(schema, references, value) {
  if (!TypeSystemPolicy.IsObjectLike(value)) return false;
  if (
    IsDefined(schema.minProperties) &&
    !(Object.getOwnPropertyNames(value).length >= schema.minProperties)
  ) {
    return false;
  }
  if (
    IsDefined(schema.maxProperties) &&
    !(Object.getOwnPropertyNames(value).length <= schema.maxProperties)
  ) {
    return false;
  }
  const knownKeys = Object.getOwnPropertyNames(schema.properties);
  for (const knownKey of knownKeys) {
    const property = schema.properties[knownKey];
    if (schema.required && schema.required.includes(knownKey)) {
      if (!check_Visit(property, references, value[knownKey])) {
        return false;
      }
      if ((ExtendsUndefinedCheck(property) || IsAnyOrUnknown(property)) && !(knownKey in value)) {
        return false;
      }
    } else {
      if (
        TypeSystemPolicy.IsExactOptionalProperty(value, knownKey) &&
        !check_Visit(property, references, value[knownKey])
      ) {
        return false;
      }
    }
  }
  if (schema.additionalProperties === false) {
    const valueKeys = Object.getOwnPropertyNames(value);
    // optimization: value is valid if schemaKey length matches the valueKey length
    if (
      schema.required &&
      schema.required.length === knownKeys.length &&
      valueKeys.length === knownKeys.length
    ) {
      return true;
    } else {
      return valueKeys.every(valueKey => knownKeys.includes(valueKey));
    }
  } else if (typeof schema.additionalProperties === 'object') {
    const valueKeys = Object.getOwnPropertyNames(value);
    return valueKeys.every(
      key =>
        knownKeys.includes(key) || check_Visit(schema.additionalProperties, references, value[key])
    );
  } else {
    return true;
  }
}
function check_FromPromise(schema, references, value) {
  return IsPromise(value);
}
function check_FromRecord(schema, references, value) {
  if (!TypeSystemPolicy.IsRecordLike(value)) {
    return false;
  }
  if (
    IsDefined(schema.minProperties) &&
    !(Object.getOwnPropertyNames(value).length >= schema.minProperties)
  ) {
    return false;
  }
  if (
    IsDefined(schema.maxProperties) &&
    !(Object.getOwnPropertyNames(value).length <= schema.maxProperties)
  ) {
    return false;
  }
  const [patternKey, patternSchema] = Object.entries(schema.patternProperties)[0];
  const regex = new RegExp(patternKey);
  // prettier-ignore
  const check1 = Object.entries(value).every(([key, value]) => {
        return (regex.test(key)) ? check_Visit(patternSchema, references, value) : true;
    });
  // prettier-ignore
  const check2 = typeof schema.additionalProperties === 'object' ? Object.entries(value).every(([key, value]) => {
        return (!regex.test(key)) ? check_Visit(schema.additionalProperties, references, value) : true;
    }) : true;
  const check3 =
    schema.additionalProperties === false
      ? Object.getOwnPropertyNames(value).every(key => {
          return regex.test(key);
        })
      : true;
  return check1 && check2 && check3;
}
function check_FromRef(schema, references, value) {
  return check_Visit(Deref(schema, references), references, value);
}
function check_FromRegExp(schema, references, value) {
  const regex = new RegExp(schema.source, schema.flags);
  if (IsDefined(schema.minLength)) {
    if (!(value.length >= schema.minLength)) return false;
  }
  if (IsDefined(schema.maxLength)) {
    if (!(value.length <= schema.maxLength)) return false;
  }
  return regex.test(value);
}
function check_FromString(schema, references, value) {
  if (!IsString(value)) {
    return false;
  }
  if (IsDefined(schema.minLength)) {
    if (!(value.length >= schema.minLength)) return false;
  }
  if (IsDefined(schema.maxLength)) {
    if (!(value.length <= schema.maxLength)) return false;
  }
  if (IsDefined(schema.pattern)) {
    const regex = new RegExp(schema.pattern);
    if (!regex.test(value)) return false;
  }
  if (IsDefined(schema.format)) {
    if (!Has(schema.format)) return false;
    const func = Get(schema.format);
    return func(value);
  }
  return true;
}
function check_FromSymbol(schema, references, value) {
  return IsSymbol(value);
}
function check_FromTemplateLiteral(schema, references, value) {
  return IsString(value) && new RegExp(schema.pattern).test(value);
}
function FromThis(schema, references, value) {
  return check_Visit(Deref(schema, references), references, value);
}
function check_FromTuple(schema, references, value) {
  if (!IsArray(value)) {
    return false;
  }
  if (schema.items === undefined && !(value.length === 0)) {
    return false;
  }
  if (!(value.length === schema.maxItems)) {
    return false;
  }
  if (!schema.items) {
    return true;
  }
  for (let i = 0; i < schema.items.length; i++) {
    if (!check_Visit(schema.items[i], references, value[i])) return false;
  }
  return true;
}
function check_FromUndefined(schema, references, value) {
  return IsUndefined(value);
}
function check_FromUnion(schema, references, value) {
  return schema.anyOf.some(inner => check_Visit(inner, references, value));
}
function check_FromUint8Array(schema, references, value) {
  if (!IsUint8Array(value)) {
    return false;
  }
  if (IsDefined(schema.maxByteLength) && !(value.length <= schema.maxByteLength)) {
    return false;
  }
  if (IsDefined(schema.minByteLength) && !(value.length >= schema.minByteLength)) {
    return false;
  }
  return true;
}
function check_FromUnknown(schema, references, value) {
  return true;
}
function check_FromVoid(schema, references, value) {
  return TypeSystemPolicy.IsVoidLike(value);
}
function FromKind(schema, references, value) {
  if (!type_Has(schema[Kind])) return false;
  const func = type_Get(schema[Kind]);
  return func(schema, value);
}
function check_Visit(schema, references, value) {
  const references_ = IsDefined(schema.$id) ? Pushref(schema, references) : references;
  const schema_ = schema;
  switch (schema_[Kind]) {
    case 'Any':
      return check_FromAny(schema_, references_, value);
    case 'Argument':
      return check_FromArgument(schema_, references_, value);
    case 'Array':
      return check_FromArray(schema_, references_, value);
    case 'AsyncIterator':
      return check_FromAsyncIterator(schema_, references_, value);
    case 'BigInt':
      return check_FromBigInt(schema_, references_, value);
    case 'Boolean':
      return check_FromBoolean(schema_, references_, value);
    case 'Constructor':
      return check_FromConstructor(schema_, references_, value);
    case 'Date':
      return check_FromDate(schema_, references_, value);
    case 'Function':
      return check_FromFunction(schema_, references_, value);
    case 'Import':
      return FromImport(schema_, references_, value);
    case 'Integer':
      return check_FromInteger(schema_, references_, value);
    case 'Intersect':
      return check_FromIntersect(schema_, references_, value);
    case 'Iterator':
      return check_FromIterator(schema_, references_, value);
    case 'Literal':
      return check_FromLiteral(schema_, references_, value);
    case 'Never':
      return check_FromNever(schema_, references_, value);
    case 'Not':
      return check_FromNot(schema_, references_, value);
    case 'Null':
      return check_FromNull(schema_, references_, value);
    case 'Number':
      return check_FromNumber(schema_, references_, value);
    case 'Object':
      return check_FromObject(schema_, references_, value);
    case 'Promise':
      return check_FromPromise(schema_, references_, value);
    case 'Record':
      return check_FromRecord(schema_, references_, value);
    case 'Ref':
      return check_FromRef(schema_, references_, value);
    case 'RegExp':
      return check_FromRegExp(schema_, references_, value);
    case 'String':
      return check_FromString(schema_, references_, value);
    case 'Symbol':
      return check_FromSymbol(schema_, references_, value);
    case 'TemplateLiteral':
      return check_FromTemplateLiteral(schema_, references_, value);
    case 'This':
      return FromThis(schema_, references_, value);
    case 'Tuple':
      return check_FromTuple(schema_, references_, value);
    case 'Undefined':
      return check_FromUndefined(schema_, references_, value);
    case 'Union':
      return check_FromUnion(schema_, references_, value);
    case 'Uint8Array':
      return check_FromUint8Array(schema_, references_, value);
    case 'Unknown':
      return check_FromUnknown(schema_, references_, value);
    case 'Void':
      return check_FromVoid(schema_, references_, value);
    default:
      if (!type_Has(schema_[Kind])) throw new ValueCheckUnknownTypeError(schema_);
      return FromKind(schema_, references_, value);
  }
}
/** Returns true if the value matches the given type. */
function Check(...args) {
  return args.length === 3
    ? check_Visit(args[0], args[1], args[2])
    : check_Visit(args[0], [], args[1]);
}

// ./node_modules/@sinclair/typebox/build/esm/errors/errors.mjs

// ------------------------------------------------------------------
// ValueGuard
// ------------------------------------------------------------------
// prettier-ignore

// ------------------------------------------------------------------
// ValueErrorType
// ------------------------------------------------------------------
var ValueErrorType;
(function (ValueErrorType) {
  ValueErrorType[(ValueErrorType['ArrayContains'] = 0)] = 'ArrayContains';
  ValueErrorType[(ValueErrorType['ArrayMaxContains'] = 1)] = 'ArrayMaxContains';
  ValueErrorType[(ValueErrorType['ArrayMaxItems'] = 2)] = 'ArrayMaxItems';
  ValueErrorType[(ValueErrorType['ArrayMinContains'] = 3)] = 'ArrayMinContains';
  ValueErrorType[(ValueErrorType['ArrayMinItems'] = 4)] = 'ArrayMinItems';
  ValueErrorType[(ValueErrorType['ArrayUniqueItems'] = 5)] = 'ArrayUniqueItems';
  ValueErrorType[(ValueErrorType['Array'] = 6)] = 'Array';
  ValueErrorType[(ValueErrorType['AsyncIterator'] = 7)] = 'AsyncIterator';
  ValueErrorType[(ValueErrorType['BigIntExclusiveMaximum'] = 8)] = 'BigIntExclusiveMaximum';
  ValueErrorType[(ValueErrorType['BigIntExclusiveMinimum'] = 9)] = 'BigIntExclusiveMinimum';
  ValueErrorType[(ValueErrorType['BigIntMaximum'] = 10)] = 'BigIntMaximum';
  ValueErrorType[(ValueErrorType['BigIntMinimum'] = 11)] = 'BigIntMinimum';
  ValueErrorType[(ValueErrorType['BigIntMultipleOf'] = 12)] = 'BigIntMultipleOf';
  ValueErrorType[(ValueErrorType['BigInt'] = 13)] = 'BigInt';
  ValueErrorType[(ValueErrorType['Boolean'] = 14)] = 'Boolean';
  ValueErrorType[(ValueErrorType['DateExclusiveMaximumTimestamp'] = 15)] =
    'DateExclusiveMaximumTimestamp';
  ValueErrorType[(ValueErrorType['DateExclusiveMinimumTimestamp'] = 16)] =
    'DateExclusiveMinimumTimestamp';
  ValueErrorType[(ValueErrorType['DateMaximumTimestamp'] = 17)] = 'DateMaximumTimestamp';
  ValueErrorType[(ValueErrorType['DateMinimumTimestamp'] = 18)] = 'DateMinimumTimestamp';
  ValueErrorType[(ValueErrorType['DateMultipleOfTimestamp'] = 19)] = 'DateMultipleOfTimestamp';
  ValueErrorType[(ValueErrorType['Date'] = 20)] = 'Date';
  ValueErrorType[(ValueErrorType['Function'] = 21)] = 'Function';
  ValueErrorType[(ValueErrorType['IntegerExclusiveMaximum'] = 22)] = 'IntegerExclusiveMaximum';
  ValueErrorType[(ValueErrorType['IntegerExclusiveMinimum'] = 23)] = 'IntegerExclusiveMinimum';
  ValueErrorType[(ValueErrorType['IntegerMaximum'] = 24)] = 'IntegerMaximum';
  ValueErrorType[(ValueErrorType['IntegerMinimum'] = 25)] = 'IntegerMinimum';
  ValueErrorType[(ValueErrorType['IntegerMultipleOf'] = 26)] = 'IntegerMultipleOf';
  ValueErrorType[(ValueErrorType['Integer'] = 27)] = 'Integer';
  ValueErrorType[(ValueErrorType['IntersectUnevaluatedProperties'] = 28)] =
    'IntersectUnevaluatedProperties';
  ValueErrorType[(ValueErrorType['Intersect'] = 29)] = 'Intersect';
  ValueErrorType[(ValueErrorType['Iterator'] = 30)] = 'Iterator';
  ValueErrorType[(ValueErrorType['Kind'] = 31)] = 'Kind';
  ValueErrorType[(ValueErrorType['Literal'] = 32)] = 'Literal';
  ValueErrorType[(ValueErrorType['Never'] = 33)] = 'Never';
  ValueErrorType[(ValueErrorType['Not'] = 34)] = 'Not';
  ValueErrorType[(ValueErrorType['Null'] = 35)] = 'Null';
  ValueErrorType[(ValueErrorType['NumberExclusiveMaximum'] = 36)] = 'NumberExclusiveMaximum';
  ValueErrorType[(ValueErrorType['NumberExclusiveMinimum'] = 37)] = 'NumberExclusiveMinimum';
  ValueErrorType[(ValueErrorType['NumberMaximum'] = 38)] = 'NumberMaximum';
  ValueErrorType[(ValueErrorType['NumberMinimum'] = 39)] = 'NumberMinimum';
  ValueErrorType[(ValueErrorType['NumberMultipleOf'] = 40)] = 'NumberMultipleOf';
  ValueErrorType[(ValueErrorType['Number'] = 41)] = 'Number';
  ValueErrorType[(ValueErrorType['ObjectAdditionalProperties'] = 42)] =
    'ObjectAdditionalProperties';
  ValueErrorType[(ValueErrorType['ObjectMaxProperties'] = 43)] = 'ObjectMaxProperties';
  ValueErrorType[(ValueErrorType['ObjectMinProperties'] = 44)] = 'ObjectMinProperties';
  ValueErrorType[(ValueErrorType['ObjectRequiredProperty'] = 45)] = 'ObjectRequiredProperty';
  ValueErrorType[(ValueErrorType['Object'] = 46)] = 'Object';
  ValueErrorType[(ValueErrorType['Promise'] = 47)] = 'Promise';
  ValueErrorType[(ValueErrorType['RegExp'] = 48)] = 'RegExp';
  ValueErrorType[(ValueErrorType['StringFormatUnknown'] = 49)] = 'StringFormatUnknown';
  ValueErrorType[(ValueErrorType['StringFormat'] = 50)] = 'StringFormat';
  ValueErrorType[(ValueErrorType['StringMaxLength'] = 51)] = 'StringMaxLength';
  ValueErrorType[(ValueErrorType['StringMinLength'] = 52)] = 'StringMinLength';
  ValueErrorType[(ValueErrorType['StringPattern'] = 53)] = 'StringPattern';
  ValueErrorType[(ValueErrorType['String'] = 54)] = 'String';
  ValueErrorType[(ValueErrorType['Symbol'] = 55)] = 'Symbol';
  ValueErrorType[(ValueErrorType['TupleLength'] = 56)] = 'TupleLength';
  ValueErrorType[(ValueErrorType['Tuple'] = 57)] = 'Tuple';
  ValueErrorType[(ValueErrorType['Uint8ArrayMaxByteLength'] = 58)] = 'Uint8ArrayMaxByteLength';
  ValueErrorType[(ValueErrorType['Uint8ArrayMinByteLength'] = 59)] = 'Uint8ArrayMinByteLength';
  ValueErrorType[(ValueErrorType['Uint8Array'] = 60)] = 'Uint8Array';
  ValueErrorType[(ValueErrorType['Undefined'] = 61)] = 'Undefined';
  ValueErrorType[(ValueErrorType['Union'] = 62)] = 'Union';
  ValueErrorType[(ValueErrorType['Void'] = 63)] = 'Void';
})(ValueErrorType || (ValueErrorType = {}));
// ------------------------------------------------------------------
// ValueErrors
// ------------------------------------------------------------------
class ValueErrorsUnknownTypeError extends TypeBoxError {
  constructor(schema) {
    super('Unknown type');
    this.schema = schema;
  }
}
// ------------------------------------------------------------------
// EscapeKey
// ------------------------------------------------------------------
function EscapeKey(key) {
  return key.replace(/~/g, '~0').replace(/\//g, '~1'); // RFC6901 Path
}
// ------------------------------------------------------------------
// Guards
// ------------------------------------------------------------------
function errors_IsDefined(value) {
  return value !== undefined;
}
// ------------------------------------------------------------------
// ValueErrorIterator
// ------------------------------------------------------------------
class ValueErrorIterator {
  constructor(iterator) {
    this.iterator = iterator;
  }
  [Symbol.iterator]() {
    return this.iterator;
  }
  /** Returns the first value error or undefined if no errors */
  First() {
    const next = this.iterator.next();
    return next.done ? undefined : next.value;
  }
}
// --------------------------------------------------------------------------
// Create
// --------------------------------------------------------------------------
function Create(errorType, schema, path, value, errors = []) {
  return {
    type: errorType,
    schema,
    path,
    value,
    message: GetErrorFunction()({ errorType, path, schema, value, errors }),
    errors,
  };
}
// --------------------------------------------------------------------------
// Types
// --------------------------------------------------------------------------
function* errors_FromAny(schema, references, path, value) {}
function* errors_FromArgument(schema, references, path, value) {}
function* errors_FromArray(schema, references, path, value) {
  if (!IsArray(value)) {
    return yield Create(ValueErrorType.Array, schema, path, value);
  }
  if (errors_IsDefined(schema.minItems) && !(value.length >= schema.minItems)) {
    yield Create(ValueErrorType.ArrayMinItems, schema, path, value);
  }
  if (errors_IsDefined(schema.maxItems) && !(value.length <= schema.maxItems)) {
    yield Create(ValueErrorType.ArrayMaxItems, schema, path, value);
  }
  for (let i = 0; i < value.length; i++) {
    yield* errors_Visit(schema.items, references, `${path}/${i}`, value[i]);
  }
  // prettier-ignore
  if (schema.uniqueItems === true && !((function () { const set = new Set(); for (const element of value) {
        const hashed = Hash(element);
        if (set.has(hashed)) {
            return false;
        }
        else {
            set.add(hashed);
        }
    } return true; })())) {
        yield Create(ValueErrorType.ArrayUniqueItems, schema, path, value);
    }
  // contains
  if (
    !(
      errors_IsDefined(schema.contains) ||
      errors_IsDefined(schema.minContains) ||
      errors_IsDefined(schema.maxContains)
    )
  ) {
    return;
  }
  const containsSchema = errors_IsDefined(schema.contains) ? schema.contains : Never();
  const containsCount = value.reduce(
    (acc, value, index) =>
      errors_Visit(containsSchema, references, `${path}${index}`, value).next().done === true
        ? acc + 1
        : acc,
    0
  );
  if (containsCount === 0) {
    yield Create(ValueErrorType.ArrayContains, schema, path, value);
  }
  if (IsNumber(schema.minContains) && containsCount < schema.minContains) {
    yield Create(ValueErrorType.ArrayMinContains, schema, path, value);
  }
  if (IsNumber(schema.maxContains) && containsCount > schema.maxContains) {
    yield Create(ValueErrorType.ArrayMaxContains, schema, path, value);
  }
}
function* errors_FromAsyncIterator(schema, references, path, value) {
  if (!IsAsyncIterator(value)) yield Create(ValueErrorType.AsyncIterator, schema, path, value);
}
function* errors_FromBigInt(schema, references, path, value) {
  if (!IsBigInt(value)) return yield Create(ValueErrorType.BigInt, schema, path, value);
  if (errors_IsDefined(schema.exclusiveMaximum) && !(value < schema.exclusiveMaximum)) {
    yield Create(ValueErrorType.BigIntExclusiveMaximum, schema, path, value);
  }
  if (errors_IsDefined(schema.exclusiveMinimum) && !(value > schema.exclusiveMinimum)) {
    yield Create(ValueErrorType.BigIntExclusiveMinimum, schema, path, value);
  }
  if (errors_IsDefined(schema.maximum) && !(value <= schema.maximum)) {
    yield Create(ValueErrorType.BigIntMaximum, schema, path, value);
  }
  if (errors_IsDefined(schema.minimum) && !(value >= schema.minimum)) {
    yield Create(ValueErrorType.BigIntMinimum, schema, path, value);
  }
  if (errors_IsDefined(schema.multipleOf) && !(value % schema.multipleOf === BigInt(0))) {
    yield Create(ValueErrorType.BigIntMultipleOf, schema, path, value);
  }
}
function* errors_FromBoolean(schema, references, path, value) {
  if (!IsBoolean(value)) yield Create(ValueErrorType.Boolean, schema, path, value);
}
function* errors_FromConstructor(schema, references, path, value) {
  yield* errors_Visit(schema.returns, references, path, value.prototype);
}
function* errors_FromDate(schema, references, path, value) {
  if (!IsDate(value)) return yield Create(ValueErrorType.Date, schema, path, value);
  if (
    errors_IsDefined(schema.exclusiveMaximumTimestamp) &&
    !(value.getTime() < schema.exclusiveMaximumTimestamp)
  ) {
    yield Create(ValueErrorType.DateExclusiveMaximumTimestamp, schema, path, value);
  }
  if (
    errors_IsDefined(schema.exclusiveMinimumTimestamp) &&
    !(value.getTime() > schema.exclusiveMinimumTimestamp)
  ) {
    yield Create(ValueErrorType.DateExclusiveMinimumTimestamp, schema, path, value);
  }
  if (errors_IsDefined(schema.maximumTimestamp) && !(value.getTime() <= schema.maximumTimestamp)) {
    yield Create(ValueErrorType.DateMaximumTimestamp, schema, path, value);
  }
  if (errors_IsDefined(schema.minimumTimestamp) && !(value.getTime() >= schema.minimumTimestamp)) {
    yield Create(ValueErrorType.DateMinimumTimestamp, schema, path, value);
  }
  if (
    errors_IsDefined(schema.multipleOfTimestamp) &&
    !(value.getTime() % schema.multipleOfTimestamp === 0)
  ) {
    yield Create(ValueErrorType.DateMultipleOfTimestamp, schema, path, value);
  }
}
function* errors_FromFunction(schema, references, path, value) {
  if (!IsFunction(value)) yield Create(ValueErrorType.Function, schema, path, value);
}
function* errors_FromImport(schema, references, path, value) {
  const definitions = globalThis.Object.values(schema.$defs);
  const target = schema.$defs[schema.$ref];
  yield* errors_Visit(target, [...references, ...definitions], path, value);
}
function* errors_FromInteger(schema, references, path, value) {
  if (!IsInteger(value)) return yield Create(ValueErrorType.Integer, schema, path, value);
  if (errors_IsDefined(schema.exclusiveMaximum) && !(value < schema.exclusiveMaximum)) {
    yield Create(ValueErrorType.IntegerExclusiveMaximum, schema, path, value);
  }
  if (errors_IsDefined(schema.exclusiveMinimum) && !(value > schema.exclusiveMinimum)) {
    yield Create(ValueErrorType.IntegerExclusiveMinimum, schema, path, value);
  }
  if (errors_IsDefined(schema.maximum) && !(value <= schema.maximum)) {
    yield Create(ValueErrorType.IntegerMaximum, schema, path, value);
  }
  if (errors_IsDefined(schema.minimum) && !(value >= schema.minimum)) {
    yield Create(ValueErrorType.IntegerMinimum, schema, path, value);
  }
  if (errors_IsDefined(schema.multipleOf) && !(value % schema.multipleOf === 0)) {
    yield Create(ValueErrorType.IntegerMultipleOf, schema, path, value);
  }
}
function* errors_FromIntersect(schema, references, path, value) {
  let hasError = false;
  for (const inner of schema.allOf) {
    for (const error of errors_Visit(inner, references, path, value)) {
      hasError = true;
      yield error;
    }
  }
  if (hasError) {
    return yield Create(ValueErrorType.Intersect, schema, path, value);
  }
  if (schema.unevaluatedProperties === false) {
    const keyCheck = new RegExp(KeyOfPattern(schema));
    for (const valueKey of Object.getOwnPropertyNames(value)) {
      if (!keyCheck.test(valueKey)) {
        yield Create(
          ValueErrorType.IntersectUnevaluatedProperties,
          schema,
          `${path}/${valueKey}`,
          value
        );
      }
    }
  }
  if (typeof schema.unevaluatedProperties === 'object') {
    const keyCheck = new RegExp(KeyOfPattern(schema));
    for (const valueKey of Object.getOwnPropertyNames(value)) {
      if (!keyCheck.test(valueKey)) {
        const next = errors_Visit(
          schema.unevaluatedProperties,
          references,
          `${path}/${valueKey}`,
          value[valueKey]
        ).next();
        if (!next.done) yield next.value; // yield interior
      }
    }
  }
}
function* errors_FromIterator(schema, references, path, value) {
  if (!IsIterator(value)) yield Create(ValueErrorType.Iterator, schema, path, value);
}
function* errors_FromLiteral(schema, references, path, value) {
  if (!(value === schema.const)) yield Create(ValueErrorType.Literal, schema, path, value);
}
function* errors_FromNever(schema, references, path, value) {
  yield Create(ValueErrorType.Never, schema, path, value);
}
function* errors_FromNot(schema, references, path, value) {
  if (errors_Visit(schema.not, references, path, value).next().done === true)
    yield Create(ValueErrorType.Not, schema, path, value);
}
function* errors_FromNull(schema, references, path, value) {
  if (!IsNull(value)) yield Create(ValueErrorType.Null, schema, path, value);
}
function* errors_FromNumber(schema, references, path, value) {
  if (!TypeSystemPolicy.IsNumberLike(value))
    return yield Create(ValueErrorType.Number, schema, path, value);
  if (errors_IsDefined(schema.exclusiveMaximum) && !(value < schema.exclusiveMaximum)) {
    yield Create(ValueErrorType.NumberExclusiveMaximum, schema, path, value);
  }
  if (errors_IsDefined(schema.exclusiveMinimum) && !(value > schema.exclusiveMinimum)) {
    yield Create(ValueErrorType.NumberExclusiveMinimum, schema, path, value);
  }
  if (errors_IsDefined(schema.maximum) && !(value <= schema.maximum)) {
    yield Create(ValueErrorType.NumberMaximum, schema, path, value);
  }
  if (errors_IsDefined(schema.minimum) && !(value >= schema.minimum)) {
    yield Create(ValueErrorType.NumberMinimum, schema, path, value);
  }
  if (errors_IsDefined(schema.multipleOf) && !(value % schema.multipleOf === 0)) {
    yield Create(ValueErrorType.NumberMultipleOf, schema, path, value);
  }
}
function* errors_FromObject(schema, references, path, value) {
  if (!TypeSystemPolicy.IsObjectLike(value))
    return yield Create(ValueErrorType.Object, schema, path, value);
  if (
    errors_IsDefined(schema.minProperties) &&
    !(Object.getOwnPropertyNames(value).length >= schema.minProperties)
  ) {
    yield Create(ValueErrorType.ObjectMinProperties, schema, path, value);
  }
  if (
    errors_IsDefined(schema.maxProperties) &&
    !(Object.getOwnPropertyNames(value).length <= schema.maxProperties)
  ) {
    yield Create(ValueErrorType.ObjectMaxProperties, schema, path, value);
  }
  const requiredKeys = Array.isArray(schema.required) ? schema.required : [];
  const knownKeys = Object.getOwnPropertyNames(schema.properties);
  const unknownKeys = Object.getOwnPropertyNames(value);
  for (const requiredKey of requiredKeys) {
    if (unknownKeys.includes(requiredKey)) continue;
    yield Create(
      ValueErrorType.ObjectRequiredProperty,
      schema.properties[requiredKey],
      `${path}/${EscapeKey(requiredKey)}`,
      undefined
    );
  }
  if (schema.additionalProperties === false) {
    for (const valueKey of unknownKeys) {
      if (!knownKeys.includes(valueKey)) {
        yield Create(
          ValueErrorType.ObjectAdditionalProperties,
          schema,
          `${path}/${EscapeKey(valueKey)}`,
          value[valueKey]
        );
      }
    }
  }
  if (typeof schema.additionalProperties === 'object') {
    for (const valueKey of unknownKeys) {
      if (knownKeys.includes(valueKey)) continue;
      yield* errors_Visit(
        schema.additionalProperties,
        references,
        `${path}/${EscapeKey(valueKey)}`,
        value[valueKey]
      );
    }
  }
  for (const knownKey of knownKeys) {
    const property = schema.properties[knownKey];
    if (schema.required && schema.required.includes(knownKey)) {
      yield* errors_Visit(property, references, `${path}/${EscapeKey(knownKey)}`, value[knownKey]);
      if (ExtendsUndefinedCheck(schema) && !(knownKey in value)) {
        yield Create(
          ValueErrorType.ObjectRequiredProperty,
          property,
          `${path}/${EscapeKey(knownKey)}`,
          undefined
        );
      }
    } else {
      if (TypeSystemPolicy.IsExactOptionalProperty(value, knownKey)) {
        yield* errors_Visit(
          property,
          references,
          `${path}/${EscapeKey(knownKey)}`,
          value[knownKey]
        );
      }
    }
  }
}
function* errors_FromPromise(schema, references, path, value) {
  if (!IsPromise(value)) yield Create(ValueErrorType.Promise, schema, path, value);
}
function* errors_FromRecord(schema, references, path, value) {
  if (!TypeSystemPolicy.IsRecordLike(value))
    return yield Create(ValueErrorType.Object, schema, path, value);
  if (
    errors_IsDefined(schema.minProperties) &&
    !(Object.getOwnPropertyNames(value).length >= schema.minProperties)
  ) {
    yield Create(ValueErrorType.ObjectMinProperties, schema, path, value);
  }
  if (
    errors_IsDefined(schema.maxProperties) &&
    !(Object.getOwnPropertyNames(value).length <= schema.maxProperties)
  ) {
    yield Create(ValueErrorType.ObjectMaxProperties, schema, path, value);
  }
  const [patternKey, patternSchema] = Object.entries(schema.patternProperties)[0];
  const regex = new RegExp(patternKey);
  for (const [propertyKey, propertyValue] of Object.entries(value)) {
    if (regex.test(propertyKey))
      yield* errors_Visit(
        patternSchema,
        references,
        `${path}/${EscapeKey(propertyKey)}`,
        propertyValue
      );
  }
  if (typeof schema.additionalProperties === 'object') {
    for (const [propertyKey, propertyValue] of Object.entries(value)) {
      if (!regex.test(propertyKey))
        yield* errors_Visit(
          schema.additionalProperties,
          references,
          `${path}/${EscapeKey(propertyKey)}`,
          propertyValue
        );
    }
  }
  if (schema.additionalProperties === false) {
    for (const [propertyKey, propertyValue] of Object.entries(value)) {
      if (regex.test(propertyKey)) continue;
      return yield Create(
        ValueErrorType.ObjectAdditionalProperties,
        schema,
        `${path}/${EscapeKey(propertyKey)}`,
        propertyValue
      );
    }
  }
}
function* errors_FromRef(schema, references, path, value) {
  yield* errors_Visit(Deref(schema, references), references, path, value);
}
function* errors_FromRegExp(schema, references, path, value) {
  if (!IsString(value)) return yield Create(ValueErrorType.String, schema, path, value);
  if (errors_IsDefined(schema.minLength) && !(value.length >= schema.minLength)) {
    yield Create(ValueErrorType.StringMinLength, schema, path, value);
  }
  if (errors_IsDefined(schema.maxLength) && !(value.length <= schema.maxLength)) {
    yield Create(ValueErrorType.StringMaxLength, schema, path, value);
  }
  const regex = new RegExp(schema.source, schema.flags);
  if (!regex.test(value)) {
    return yield Create(ValueErrorType.RegExp, schema, path, value);
  }
}
function* errors_FromString(schema, references, path, value) {
  if (!IsString(value)) return yield Create(ValueErrorType.String, schema, path, value);
  if (errors_IsDefined(schema.minLength) && !(value.length >= schema.minLength)) {
    yield Create(ValueErrorType.StringMinLength, schema, path, value);
  }
  if (errors_IsDefined(schema.maxLength) && !(value.length <= schema.maxLength)) {
    yield Create(ValueErrorType.StringMaxLength, schema, path, value);
  }
  if (IsString(schema.pattern)) {
    const regex = new RegExp(schema.pattern);
    if (!regex.test(value)) {
      yield Create(ValueErrorType.StringPattern, schema, path, value);
    }
  }
  if (IsString(schema.format)) {
    if (!Has(schema.format)) {
      yield Create(ValueErrorType.StringFormatUnknown, schema, path, value);
    } else {
      const format = Get(schema.format);
      if (!format(value)) {
        yield Create(ValueErrorType.StringFormat, schema, path, value);
      }
    }
  }
}
function* errors_FromSymbol(schema, references, path, value) {
  if (!IsSymbol(value)) yield Create(ValueErrorType.Symbol, schema, path, value);
}
function* errors_FromTemplateLiteral(schema, references, path, value) {
  if (!IsString(value)) return yield Create(ValueErrorType.String, schema, path, value);
  const regex = new RegExp(schema.pattern);
  if (!regex.test(value)) {
    yield Create(ValueErrorType.StringPattern, schema, path, value);
  }
}
function* errors_FromThis(schema, references, path, value) {
  yield* errors_Visit(Deref(schema, references), references, path, value);
}
function* errors_FromTuple(schema, references, path, value) {
  if (!IsArray(value)) return yield Create(ValueErrorType.Tuple, schema, path, value);
  if (schema.items === undefined && !(value.length === 0)) {
    return yield Create(ValueErrorType.TupleLength, schema, path, value);
  }
  if (!(value.length === schema.maxItems)) {
    return yield Create(ValueErrorType.TupleLength, schema, path, value);
  }
  if (!schema.items) {
    return;
  }
  for (let i = 0; i < schema.items.length; i++) {
    yield* errors_Visit(schema.items[i], references, `${path}/${i}`, value[i]);
  }
}
function* errors_FromUndefined(schema, references, path, value) {
  if (!IsUndefined(value)) yield Create(ValueErrorType.Undefined, schema, path, value);
}
function* errors_FromUnion(schema, references, path, value) {
  if (Check(schema, references, value)) return;
  const errors = schema.anyOf.map(
    variant => new ValueErrorIterator(errors_Visit(variant, references, path, value))
  );
  yield Create(ValueErrorType.Union, schema, path, value, errors);
}
function* errors_FromUint8Array(schema, references, path, value) {
  if (!IsUint8Array(value)) return yield Create(ValueErrorType.Uint8Array, schema, path, value);
  if (errors_IsDefined(schema.maxByteLength) && !(value.length <= schema.maxByteLength)) {
    yield Create(ValueErrorType.Uint8ArrayMaxByteLength, schema, path, value);
  }
  if (errors_IsDefined(schema.minByteLength) && !(value.length >= schema.minByteLength)) {
    yield Create(ValueErrorType.Uint8ArrayMinByteLength, schema, path, value);
  }
}
function* errors_FromUnknown(schema, references, path, value) {}
function* errors_FromVoid(schema, references, path, value) {
  if (!TypeSystemPolicy.IsVoidLike(value)) yield Create(ValueErrorType.Void, schema, path, value);
}
function* errors_FromKind(schema, references, path, value) {
  const check = type_Get(schema[Kind]);
  if (!check(schema, value)) yield Create(ValueErrorType.Kind, schema, path, value);
}
function* errors_Visit(schema, references, path, value) {
  const references_ = errors_IsDefined(schema.$id) ? [...references, schema] : references;
  const schema_ = schema;
  switch (schema_[Kind]) {
    case 'Any':
      return yield* errors_FromAny(schema_, references_, path, value);
    case 'Argument':
      return yield* errors_FromArgument(schema_, references_, path, value);
    case 'Array':
      return yield* errors_FromArray(schema_, references_, path, value);
    case 'AsyncIterator':
      return yield* errors_FromAsyncIterator(schema_, references_, path, value);
    case 'BigInt':
      return yield* errors_FromBigInt(schema_, references_, path, value);
    case 'Boolean':
      return yield* errors_FromBoolean(schema_, references_, path, value);
    case 'Constructor':
      return yield* errors_FromConstructor(schema_, references_, path, value);
    case 'Date':
      return yield* errors_FromDate(schema_, references_, path, value);
    case 'Function':
      return yield* errors_FromFunction(schema_, references_, path, value);
    case 'Import':
      return yield* errors_FromImport(schema_, references_, path, value);
    case 'Integer':
      return yield* errors_FromInteger(schema_, references_, path, value);
    case 'Intersect':
      return yield* errors_FromIntersect(schema_, references_, path, value);
    case 'Iterator':
      return yield* errors_FromIterator(schema_, references_, path, value);
    case 'Literal':
      return yield* errors_FromLiteral(schema_, references_, path, value);
    case 'Never':
      return yield* errors_FromNever(schema_, references_, path, value);
    case 'Not':
      return yield* errors_FromNot(schema_, references_, path, value);
    case 'Null':
      return yield* errors_FromNull(schema_, references_, path, value);
    case 'Number':
      return yield* errors_FromNumber(schema_, references_, path, value);
    case 'Object':
      return yield* errors_FromObject(schema_, references_, path, value);
    case 'Promise':
      return yield* errors_FromPromise(schema_, references_, path, value);
    case 'Record':
      return yield* errors_FromRecord(schema_, references_, path, value);
    case 'Ref':
      return yield* errors_FromRef(schema_, references_, path, value);
    case 'RegExp':
      return yield* errors_FromRegExp(schema_, references_, path, value);
    case 'String':
      return yield* errors_FromString(schema_, references_, path, value);
    case 'Symbol':
      return yield* errors_FromSymbol(schema_, references_, path, value);
    case 'TemplateLiteral':
      return yield* errors_FromTemplateLiteral(schema_, references_, path, value);
    case 'This':
      return yield* errors_FromThis(schema_, references_, path, value);
    case 'Tuple':
      return yield* errors_FromTuple(schema_, references_, path, value);
    case 'Undefined':
      return yield* errors_FromUndefined(schema_, references_, path, value);
    case 'Union':
      return yield* errors_FromUnion(schema_, references_, path, value);
    case 'Uint8Array':
      return yield* errors_FromUint8Array(schema_, references_, path, value);
    case 'Unknown':
      return yield* errors_FromUnknown(schema_, references_, path, value);
    case 'Void':
      return yield* errors_FromVoid(schema_, references_, path, value);
    default:
      if (!type_Has(schema_[Kind])) throw new ValueErrorsUnknownTypeError(schema);
      return yield* errors_FromKind(schema_, references_, path, value);
  }
}
/** Returns an iterator for each error in this value. */
function Errors(...args) {
  const iterator =
    args.length === 3
      ? errors_Visit(args[0], args[1], '', args[2])
      : errors_Visit(args[0], [], '', args[1]);
  return new ValueErrorIterator(iterator);
}

// ./platform/criteria/src/bestOverallResponseVocabulary.ts
/**
 * A criterion's response codes and the part each plays in the best overall response. `complete` and `partial` are what
 * confirmation is about; `stable` and `nonCrNonPd` must have lasted `minStableDays`.
 */ /** Specification section 16.1; MR is RANO's. */ const recistVocabulary = {
  id: 'recist',
  rank: ['CR', 'PR', 'MR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE', 'ND', 'MISSING'],
  worstFirst: ['PD', 'NON-CR/NON-PD', 'SD', 'MR', 'PR', 'CR', 'NED', 'NE', 'ND', 'MISSING'],
  complete: ['CR'],
  partial: ['PR'],
  stable: 'SD',
  nonCrNonPd: 'NON-CR/NON-PD',
  progression: 'PD',
  pendingProgression: null,
  backAfterComplete: 'PD',
};
/** Specification section 9: pPD waits for the scan that makes it PD, which itself is cPD, or stable disease. */ const rano2Vocabulary =
  {
    id: 'rano-2.0',
    rank: ['CR', 'PR', 'MR', 'SD', 'NED', 'PD', 'cPD', 'pPD', 'NE', 'ND', 'MISSING'],
    worstFirst: ['PD', 'cPD', 'pPD', 'SD', 'MR', 'PR', 'CR', 'NED', 'NE', 'ND', 'MISSING'],
    complete: ['CR'],
    partial: ['PR'],
    minor: ['MR'],
    stable: 'SD',
    nonCrNonPd: 'NON-CR/NON-PD',
    progression: 'PD',
    pendingProgression: 'pPD',
    backAfterComplete: 'PD',
  };
/** Specification section 2, iBOR: Seymour et al. 2017; NED keeps its place of section 16.1. */ const irecistVocabulary =
  {
    id: 'irecist',
    rank: ['ICR', 'IPR', 'ISD', 'NON-ICR/NON-IUPD', 'NED', 'ICPD', 'IUPD', 'NE', 'ND', 'MISSING'],
    worstFirst: [
      'ICPD',
      'IUPD',
      'NON-ICR/NON-IUPD',
      'ISD',
      'IPR',
      'ICR',
      'NED',
      'NE',
      'ND',
      'MISSING',
    ],
    complete: ['ICR'],
    partial: ['IPR'],
    stable: 'ISD',
    nonCrNonPd: 'NON-ICR/NON-IUPD',
    progression: 'ICPD',
    pendingProgression: 'IUPD',
    backAfterComplete: 'IUPD',
  };
/** Responses that say nothing of the disease: they neither close a run of unconfirmed progression nor confirm it. */ const silent =
  ['NE', 'ND', 'MISSING'];
/**
 * Index of the first unconfirmed progression of the run that `at` belongs to; `at` itself where none precedes it.
 * Anything but unconfirmed progression and visits without an answer closes a run.
 */ function progressionRunStart(responses, at, { pendingProgression }) {
  let start = at;
  for (const [index, response] of [...responses.slice(0, at).entries()].reverse()) {
    if (response === pendingProgression) start = index;
    else if (!silent.includes(response)) break;
  }
  return start;
}

// ./platform/criteria/src/locations.ts
const organ = (code, label, region, group = code) => ({
  code,
  label,
  organ: group,
  region,
  node: false,
  laterality: false,
  measurable: true,
});
const paired = (code, label, region, group = code) => ({
  ...organ(code, label, region, group),
  laterality: true,
});
const unmeasurable = (code, label, region, group = code) => ({
  ...organ(code, label, region, group),
  measurable: false,
});
const locations_node = (code, label, region) => ({
  ...organ(code, label, region, 'LYMPH NODES'),
  node: true,
});
const pairedNode = (code, label, region) => ({
  ...locations_node(code, label, region),
  laterality: true,
});
/** Closed list; a location outside it is a finding, not an error. */ const locations = [
  organ('ABDOMINAL WALL', 'Abdominal wall', 'abdomen'),
  paired('ADRENAL GLAND', 'Adrenal gland', 'abdomen'),
  organ('ANUS', 'Anus', 'pelvis'),
  organ('APPENDIX', 'Appendix', 'abdomen'),
  organ('BILE DUCT', 'Bile duct', 'abdomen'),
  organ('BLADDER', 'Urinary bladder', 'pelvis'),
  organ('BONE', 'Bone', 'bones'),
  organ('BRAIN', 'Brain', 'head'),
  paired('BREAST', 'Breast', 'chest'),
  paired('BRONCHUS', 'Bronchus', 'chest'),
  organ('CERVIX UTERI', 'Cervix uteri', 'pelvis'),
  organ('CHEST WALL', 'Chest wall', 'chest'),
  organ('COLON', 'Colon', 'abdomen'),
  organ('DUODENUM', 'Duodenum', 'abdomen'),
  organ('ESOPHAGUS', 'Oesophagus', 'chest'),
  paired('EYE', 'Eye', 'head'),
  paired('FALLOPIAN TUBE', 'Fallopian tube', 'pelvis'),
  organ('GALLBLADDER', 'Gallbladder', 'abdomen'),
  organ('HEART', 'Heart', 'chest'),
  paired('KIDNEY', 'Kidney', 'abdomen'),
  organ('LARYNX', 'Larynx', 'neck'),
  organ('LIVER', 'Liver', 'abdomen'),
  paired('LUNG', 'Lung', 'chest'),
  organ('MEDIASTINUM', 'Mediastinum', 'chest'),
  organ('MESENTERY', 'Mesentery', 'abdomen'),
  organ('MUSCLE', 'Muscle', null),
  organ('NASOPHARYNX', 'Nasopharynx', 'head'),
  organ('NECK', 'Neck', 'neck'),
  organ('OMENTUM', 'Omentum', 'abdomen'),
  organ('ORAL CAVITY', 'Oral cavity', 'head'),
  organ('OROPHARYNX', 'Oropharynx', 'neck'),
  paired('OVARY', 'Ovary', 'pelvis'),
  organ('PANCREAS', 'Pancreas', 'abdomen'),
  paired('PAROTID GLAND', 'Parotid gland', 'head'),
  organ('PELVIS', 'Pelvis', 'pelvis'),
  organ('PENIS', 'Penis', 'pelvis'),
  organ('PERICARDIUM', 'Pericardium', 'chest'),
  organ('PERITONEUM', 'Peritoneum', 'abdomen'),
  paired('PLEURA', 'Pleura', 'chest'),
  organ('PROSTATE GLAND', 'Prostate gland', 'pelvis'),
  organ('RECTUM', 'Rectum', 'pelvis'),
  organ('RETROPERITONEUM', 'Retroperitoneum', 'abdomen'),
  organ('SKIN', 'Skin', null),
  organ('SMALL INTESTINE', 'Small intestine', 'abdomen'),
  organ('SOFT TISSUE', 'Soft tissue', null),
  organ('SPINAL CORD', 'Spinal cord', null),
  organ('SPLEEN', 'Spleen', 'abdomen'),
  organ('STOMACH', 'Stomach', 'abdomen'),
  organ('SUBCUTANEOUS TISSUE', 'Subcutaneous tissue', null),
  paired('TESTIS', 'Testis', 'pelvis'),
  organ('THYMUS GLAND', 'Thymus', 'chest'),
  organ('THYROID GLAND', 'Thyroid gland', 'neck'),
  organ('TONGUE', 'Tongue', 'head'),
  organ('TRACHEA', 'Trachea', 'chest'),
  paired('URETER', 'Ureter', 'abdomen'),
  organ('URETHRA', 'Urethra', 'pelvis'),
  organ('UTERUS', 'Uterus', 'pelvis'),
  organ('VAGINA', 'Vagina', 'pelvis'),
  organ('VULVA', 'Vulva', 'pelvis'),
  unmeasurable('ASCITES', 'Ascites', 'abdomen', 'PERITONEUM'),
  unmeasurable('LEPTOMENINGES', 'Leptomeninges', null),
  unmeasurable('PERICARDIAL EFFUSION', 'Pericardial effusion', 'chest', 'PERICARDIUM'),
  unmeasurable('PLEURAL EFFUSION', 'Pleural effusion', 'chest', 'PLEURA'),
  locations_node('LYMPH NODE', 'Lymph node', null),
  pairedNode('AXILLARY LYMPH NODE', 'Axillary lymph node', 'chest'),
  pairedNode('CERVICAL LYMPH NODE', 'Cervical lymph node', 'neck'),
  locations_node('CELIAC LYMPH NODE', 'Coeliac lymph node', 'abdomen'),
  pairedNode('HILAR LYMPH NODE', 'Hilar lymph node', 'chest'),
  pairedNode('ILIAC LYMPH NODE', 'Iliac lymph node', 'pelvis'),
  pairedNode('INGUINAL LYMPH NODE', 'Inguinal lymph node', 'pelvis'),
  pairedNode('INTERNAL MAMMARY LYMPH NODE', 'Internal mammary lymph node', 'chest'),
  locations_node('MEDIASTINAL LYMPH NODE', 'Mediastinal lymph node', 'chest'),
  locations_node('MESENTERIC LYMPH NODE', 'Mesenteric lymph node', 'abdomen'),
  locations_node('PARAAORTIC LYMPH NODE', 'Para-aortic lymph node', 'abdomen'),
  locations_node('PELVIC LYMPH NODE', 'Pelvic lymph node', 'pelvis'),
  locations_node('PORTAL LYMPH NODE', 'Portal lymph node', 'abdomen'),
  locations_node('RETROPERITONEAL LYMPH NODE', 'Retroperitoneal lymph node', 'abdomen'),
  locations_node('SUBCARINAL LYMPH NODE', 'Subcarinal lymph node', 'chest'),
  pairedNode('SUPRACLAVICULAR LYMPH NODE', 'Supraclavicular lymph node', 'neck'),
];
const byCode = new Map(locations.map(location => [location.code, location]));
/** The location of a code, or null when the code is not in the list. */ function findLocation(
  code
) {
  return byCode.get(code) ?? null;
}

// ./platform/criteria/src/course/measure.ts
const normalNodeMm = 10;
/** The diameter that counts: short axis of a node, longest diameter of anything else; null when not given. */ function countedAxis(
  lesion,
  node
) {
  return (node ? lesion.shortAxisMm : lesion.longestDiameterMm) ?? null;
}
/** RECIST: longest diameters and nodal short axes, mm; a node below 10 mm short axis is normal. */ function diameters(
  tstmDefaultMm
) {
  return {
    unit: 'mm',
    recorded: ({ longestDiameterMm, shortAxisMm }) => [longestDiameterMm, shortAxisMm],
    value: (lesion, node, scale) => {
      const axis = countedAxis(lesion, node);
      return axis === null ? null : scale.of(axis);
    },
    tooSmall: (_node, scale) => scale.of(tstmDefaultMm),
    isDisease: (_lesion, value, node, scale) => !node || value >= scale.of(normalNodeMm),
    normalBelow: (_lesion, node, scale) => (node ? scale.of(normalNodeMm) : null),
    toOutput: (value, scale) => scale.toMm(value),
  };
}
/** Products of the longest diameter and its longest perpendicular, mm², nodes like anything else. */ function products(
  tstmDefaultMm
) {
  return {
    unit: 'mm2',
    recorded: ({ longestDiameterMm, perpendicularDiameterMm }) => [
      longestDiameterMm,
      perpendicularDiameterMm,
    ],
    value: ({ longestDiameterMm, perpendicularDiameterMm }, _node, scale) => {
      if (longestDiameterMm === 0) return 0n;
      if (longestDiameterMm == null || perpendicularDiameterMm == null) return null;
      return scale.of(longestDiameterMm) * scale.of(perpendicularDiameterMm);
    },
    tooSmall: (_node, scale) => scale.of(tstmDefaultMm) * scale.of(tstmDefaultMm),
    isDisease: () => true,
    toOutput: (value, scale) => scale.toMm2(value),
  };
}

// ./platform/criteria/src/criterion.ts
/** Input an engine can't use. `path` is a JSON pointer into the input that was given. */ class CriterionError extends Error {
  code;
  path;
  constructor(code, path, message) {
    super(message);
    this.name = 'CriterionError';
    this.code = code;
    this.path = path;
  }
}

// ./platform/criteria/src/dates.ts

const dates_form = /^\d{4}-\d{2}-\d{2}$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysBeforeMonth = monthLengths.map((_, month) =>
  monthLengths.slice(0, month).reduce((sum, length) => sum + length, 0)
);
const epoch = 719_528;
const isLeap = year => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
/** Days from 0000-01-01 to the first of January of a year of the Gregorian calendar. */ const daysBeforeYear =
  year => 365 * year + Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400);
/** Whole days since 1970-01-01 of a YYYY-MM-DD date. Throws CL_DATE on a date that does not exist. */ function dayNumber(
  date,
  path
) {
  if (dates_form.test(date)) {
    const year = Number(date.slice(0, 4));
    const month = Number(date.slice(5, 7)) - 1;
    const day = Number(date.slice(8));
    const leap = isLeap(year);
    const length = (monthLengths[month] ?? 0) + (leap && month === 1 ? 1 : 0);
    if (day >= 1 && day <= length) {
      const inYear = (daysBeforeMonth[month] ?? 0) + (leap && month > 1 ? 1 : 0) + day - 1;
      return daysBeforeYear(year) + inYear - epoch;
    }
  }
  throw new CriterionError('CL_DATE', path, `"${date}" is not a date (YYYY-MM-DD)`);
}
/** Order of two dates; none comes before all. */ function compareDates(a, b) {
  const [first, second] = [a ?? '', b ?? ''];
  return first < second ? -1 : Number(first > second);
}
function earliest(dates) {
  return dates.filter(date => date !== null).sort(compareDates)[0] ?? null;
}
function latest(dates) {
  return [...dates].sort(compareDates).at(-1) ?? null;
}
/** Days from one date to another, both of them checked before; null where one is missing. */ function daysBetween(
  from,
  to
) {
  if (from === null || to === null) return null;
  return dayNumber(to, '/timepoints') - dayNumber(from, '/timepoints');
}
/** Whether one date is at least so many days after another; never where one is missing. */ function isDaysLater(
  from,
  to,
  days
) {
  const gap = daysBetween(from, to);
  return gap !== null && gap >= days;
}

// ./platform/criteria/src/decimal.ts
/** Decimal numbers as integers of one common power of ten, so that no decision meets binary floating point. */ function parts(
  value
) {
  const text = Math.abs(value).toExponential();
  const end = text.indexOf('e');
  const digits = text.slice(0, end).replace('.', '');
  const places = digits.length - 1 - Number(text.slice(end + 1));
  const zeros = Math.max(0, -places);
  return {
    digits: digits + '0'.repeat(zeros),
    places: places + zeros,
  };
}
/** Powers of ten below the doubles' 15 certain digits. */ const powersOfTen = Array.from(
  {
    length: 16,
  },
  (_, exponent) => Number(`1e${exponent}`)
);
const certain = 1e15;
/**
 * value x 10^places where doubles prove it exact, else null. Two decimals of at most 15 digits are never the same double,
 * and a quotient of two integers that are doubles is the double nearest to it: so when the division gives the value
 * back, units / 10^places is the number as it is written.
 */ function provenUnits(value, places) {
  // Without a power that is certain nothing is proven.
  const power = powersOfTen[places] ?? NaN;
  const units = Math.round(value * power);
  return Math.abs(units) < certain && units / power === value ? units : null;
}
/** Decimals of a number as it is written (32.1 has one). */ function decimalPlaces(value) {
  return parts(value).places;
}
/** value x 10^places as an integer; `places` must be at least the number's own decimals. */ function scaled(
  value,
  places
) {
  const units = provenUnits(value, places);
  if (units !== null) return BigInt(units);
  const own = parts(value);
  if (own.places > places) throw new RangeError(`${value} has more than ${places} decimals`);
  return BigInt(Math.sign(value)) * BigInt(own.digits) * 10n ** BigInt(places - own.places);
}
/** Up to here every step of `roundedRatio` is an integer below 2^53. */ const exactlyDivided = 1e13;
function roundedRatio(numerator, denominator) {
  const bottom = 2 * Math.abs(denominator);
  const top = 200 * Math.abs(numerator) + Math.abs(denominator);
  const rounded = (top - (top % bottom)) / bottom;
  // 0 and never -0.
  return (Math.sign(numerator) * Math.sign(denominator) * rounded) / 100 + 0;
}
/** numerator / denominator rounded half away from zero to two decimals; null for a zero denominator. */ function ratio(
  numerator,
  denominator
) {
  if (denominator === 0n) return null;
  const [over, under] = [Number(numerator), Number(denominator)];
  if (Math.max(Math.abs(over), Math.abs(under)) <= exactlyDivided) return roundedRatio(over, under);
  const half = numerator * denominator < 0n ? -denominator : denominator;
  return Number((200n * numerator + half) / (2n * denominator)) / 100;
}
/** Change from `reference` to `current` in per cent, two decimals; null when the reference is 0. */ function percentChange(
  current,
  reference
) {
  return ratio(100n * (current - reference), reference);
}
/** The scale that keeps every decimal of these millimetre values. */ function lengthScale(values) {
  let places = 1;
  for (const value of values)
    if (provenUnits(value, places) === null) places = Math.max(places, decimalPlaces(value));
  const unit = 10n ** BigInt(places);
  return {
    places,
    one: unit,
    of: mm => scaled(mm, places),
    toMm: value => ratio(value, unit) ?? 0,
    toMm2: value => ratio(value, unit * unit) ?? 0,
  };
}
/**
 * current >= (100 + percent) % of reference; from a reference of 0 any value above 0 counts, from one below 0 (a
 * difference) any above the reference.
 */ function increasedBy(current, reference, percent) {
  return reference <= 0n ? current > reference : 100n * current >= (100n + percent) * reference;
}
/** current <= (100 - percent) % of reference; never from a reference of 0 or less. */ function decreasedBy(
  current,
  reference,
  percent
) {
  return reference > 0n && 100n * current <= (100n - percent) * reference;
}

// ./platform/criteria/src/course/lesions.ts
/** Of two with one id the last. */ function lesionsOf(lesions) {
  const byId = new Map();
  for (const lesion of lesions) byId.set(lesion.id, lesion);
  const list = [...byId.values()];
  return Object.assign(byId, {
    list,
    parts: list.filter(({ splitFrom }) => Boolean(splitFrom)),
    treated: list.filter(lesion => Boolean(lesion.locallyTreated)),
    recordedNew: list.filter(({ role }) => role === 'new'),
  });
}

// ./platform/criteria/src/course/subject.ts

function isNode(lesion) {
  return lesion.node ?? findLocation(lesion.location)?.node ?? false;
}
/** Looks up the entry that a lesion has in these visits: the last that names what it was split from, else the first. */ const splitEntries =
  history => id => {
    const entries = history.flatMap(({ lesions }) => lesions.get(id) ?? []);
    return entries.findLast(({ splitFrom }) => splitFrom) ?? entries[0];
  };
/** The baseline lesion a part goes back to, over any number of splits; null when the chain leads nowhere. */ function splitRoot(
  lesion,
  lookup
) {
  const seen = new Set([lesion.id]);
  let parent = lesion.splitFrom;
  while (parent && !seen.has(parent)) {
    seen.add(parent);
    const next = lookup(parent)?.splitFrom;
    if (!next) return parent;
    parent = next;
  }
  return null;
}
/** The listed lesion that carries the measurement of what a lesion merged with; null where the links lead nowhere. */ function mergeHost(
  lesion,
  lesions
) {
  const seen = new Set();
  let host = lesion;
  while (host?.mergedInto) {
    if (seen.has(host.id)) return null;
    seen.add(host.id);
    host = lesions.get(host.mergedInto);
  }
  return host ?? null;
}
function readVisit(input, index) {
  const path = `/timepoints/${index}`;
  const lesions = lesionsOf(input.lesions);
  const ids = new Set();
  input.lesions.forEach((lesion, at) => {
    if (ids.has(lesion.id)) {
      const message = `timepoint ${input.id} lists lesion ${lesion.id} twice`;
      throw new CriterionError('CL_LESION_DUPLICATE', `${path}/lesions/${at}/id`, message);
    }
    if (lesion.date) dayNumber(lesion.date, `${path}/lesions/${at}/date`);
    if (lesion.locallyTreated?.date) {
      dayNumber(lesion.locallyTreated.date, `${path}/lesions/${at}/locallyTreated/date`);
    }
    ids.add(lesion.id);
  });
  if (input.date) dayNumber(input.date, `${path}/date`);
  return {
    id: input.id,
    date: input.date ?? null,
    input,
    lesions,
  };
}
/** Rules compare lengths that the criterion does not sum, too: a short axis with the limit of nodes. */ function* numbers(
  input,
  { recorded }
) {
  for (const { lesions } of input.timepoints) {
    for (const lesion of lesions) {
      const { longestDiameterMm, shortAxisMm, perpendicularDiameterMm, sliceThicknessMm } = lesion;
      const lengths = [longestDiameterMm, shortAxisMm, perpendicularDiameterMm, sliceThicknessMm];
      for (const value of [...recorded(lesion), ...lengths])
        if (typeof value === 'number') yield value;
    }
  }
}
/**
 * Orders and checks one subject. The scale keeps the decimals of every length, of the other numbers that
 * `measure.recorded` names and of `constants`, those of the parameters. Throws on duplicate ids, dates that don't
 * exist, or a visit before the baseline.
 */ function readSubject(input, measure, constants) {
  const visits = input.timepoints.map(readVisit);
  const ids = new Set();
  visits.forEach(({ id }, index) => {
    if (ids.has(id)) {
      throw new CriterionError(
        'CL_TIMEPOINT_DUPLICATE',
        `/timepoints/${index}/id`,
        `timepoint ${id} is given twice`
      );
    }
    ids.add(id);
  });
  const marked = visits.filter(({ input: { kind } }) => kind === 'baseline');
  if (marked.length > 1) {
    const names = marked.map(({ id }) => id).join(', ');
    throw new CriterionError(
      'CL_TIMEPOINT_ORDER',
      '/timepoints',
      `more than one baseline: ${names}`
    );
  }
  const undated = visits.find(({ date }) => date === null);
  if (undated && visits.some(({ date }) => date !== null)) {
    const path = `/timepoints/${visits.indexOf(undated)}/date`;
    throw new CriterionError(
      'CL_DATE',
      path,
      `timepoint ${undated.id} has no date while others have one`
    );
  }
  // Of one date in the order that they were given in: a sort keeps it.
  const ordered = [...visits].sort((a, b) => compareDates(a.date, b.date));
  const baseline = marked[0] ?? ordered[0] ?? null;
  const early = ordered.find(({ date }) => compareDates(date, baseline?.date ?? null) < 0);
  if (early) {
    const path = `/timepoints/${visits.indexOf(early)}/date`;
    throw new CriterionError(
      'CL_TIMEPOINT_ORDER',
      path,
      `timepoint ${early.id} is before the baseline`
    );
  }
  const roster = role =>
    baseline?.lesions.list
      .filter(lesion => lesion.role === role && !lesion.splitFrom)
      .map(lesion => ({
        id: lesion.id,
        node: isNode(lesion),
      })) ?? [];
  return {
    scale: lengthScale([...constants, ...numbers(input, measure)]),
    baseline,
    visits: ordered.filter(visit => visit !== baseline),
    targets: roster('target'),
    nonTargets: roster('non-target'),
  };
}

// ./platform/criteria/src/course/baselineFindings.ts

const measurability = 'Eisenhauer 2009 (RECIST 1.1) section 3.1';
const selection = 'Eisenhauer 2009 (RECIST 1.1) section 4.2, Schwartz 2016';
function finding(rule, severity, lesion, text, source) {
  return {
    rule,
    severity,
    lesion,
    text,
    source,
  };
}
/** Smallest diameter that makes a lesion measurable as a target: by kind and method, or twice a thick slice. */ function measurableFrom(
  lesion,
  node,
  scale,
  nodeLimits
) {
  const film = ['X-RAY', 'CHEST FILM'].some(one => lesion.method?.toUpperCase().includes(one));
  const base = node ? nodeLimits(lesion).targetFromMm : film ? 20 : 10;
  const slice = lesion.sliceThicknessMm ?? 0;
  const double = 2n * scale.of(slice);
  if (double > scale.of(base)) {
    return {
      value: double,
      rule: 'baseline.sliceThickness',
      why: `twice the slice thickness of ${slice} mm`,
    };
  }
  const rule = node ? 'baseline.node.tooSmall' : 'baseline.target.tooSmall';
  return {
    value: scale.of(base),
    rule,
    why: `${base} mm ${node ? 'short axis' : film ? 'on a chest film' : 'longest diameter'}`,
  };
}
function sizeFindings(lesion, scale, nodeLimits) {
  const node = isNode(lesion);
  const axis = countedAxis(lesion, node);
  const { id } = lesion;
  if (lesion.mergedInto || axis === null || lesion.evaluable === false) return [];
  if (axis === 0)
    return [
      finding(
        'baseline.target.absent',
        'block',
        id,
        `${id} is a target but measures 0 mm at baseline.`,
        selection
      ),
    ];
  const { value, rule, why } = measurableFrom(lesion, node, scale, nodeLimits);
  if (scale.of(axis) >= value) return [];
  const kind = !node
    ? 'record it as non-target'
    : axis >= nodeLimits(lesion).normalBelowMm
      ? 'a pathological node, but non-target'
      : 'a normal node';
  return [finding(rule, 'block', id, `${id}: ${axis} mm is below ${why}; ${kind}.`, measurability)];
}
function targetFindings(lesion, scale, nodeLimits) {
  const found = sizeFindings(lesion, scale, nodeLimits);
  const { id } = lesion;
  const location = findLocation(lesion.location);
  if (lesion.tooSmallToMeasure) {
    found.push(
      finding(
        'baseline.target.tooSmall',
        'block',
        id,
        `${id} is too small to measure: not a target.`,
        measurability
      )
    );
  }
  if (lesion.status === 'absent') {
    found.push(
      finding(
        'baseline.target.absent',
        'block',
        id,
        `${id} is a target but absent at baseline.`,
        selection
      )
    );
  }
  if (lesion.evaluable === false) {
    found.push(
      finding(
        'baseline.target.notEvaluable',
        'block',
        id,
        `${id} is not evaluable at baseline: no sum, every visit is NE.`,
        selection
      )
    );
  }
  if (location?.measurable === false) {
    found.push(
      finding(
        'baseline.target.notMeasurable',
        'block',
        id,
        `${id}: ${location.label} is never measurable.`,
        measurability
      )
    );
  }
  if (lesion.previouslyIrradiated) {
    const text = `${id} was irradiated before: a target only after proven growth.`;
    found.push(finding('baseline.target.irradiated', 'warning', id, text, measurability));
  }
  return found;
}
function limitFindings(targets, parameters) {
  const found = [];
  const { maxTargets, maxTargetsPerOrgan } = parameters;
  const excess = targets[maxTargets];
  if (excess) {
    const text = `${targets.length} targets; at most ${maxTargets} in total.`;
    found.push(finding('baseline.targets.tooMany', 'block', excess.id, text, selection));
  }
  const organs = new Map();
  for (const lesion of targets) {
    const organ = isNode(lesion)
      ? 'LYMPH NODES'
      : (findLocation(lesion.location)?.organ ?? lesion.location ?? null);
    if (organ !== null) organs.set(organ, [...(organs.get(organ) ?? []), lesion]);
  }
  for (const [organ, lesions] of organs) {
    const tooMany = lesions[maxTargetsPerOrgan];
    if (!tooMany) continue;
    const nodes = organ === 'LYMPH NODES' ? ' (all nodes are one organ)' : '';
    const text = `${lesions.length} targets in ${organ}; at most ${maxTargetsPerOrgan} per organ${nodes}.`;
    found.push(finding('baseline.targets.tooManyPerOrgan', 'block', tooMany.id, text, selection));
  }
  return found;
}
/** What RECIST 1.1 section 3 and 4.2 object to at baseline. */ function baselineFindings(
  baseline,
  parameters,
  scale,
  nodeLimits
) {
  const lesions = baseline.lesions.list;
  const targets = lesions.filter(({ role, splitFrom }) => role === 'target' && !splitFrom);
  const found = [
    ...limitFindings(targets, parameters),
    ...targets.flatMap(lesion => targetFindings(lesion, scale, nodeLimits)),
  ];
  for (const lesion of lesions) {
    const { id, role } = lesion;
    const node = isNode(lesion);
    const axis = countedAxis(lesion, node);
    if (role === 'new') {
      found.push(
        finding(
          'baseline.newLesion',
          'block',
          id,
          `${id} is a new lesion at baseline; it is not used.`,
          selection
        )
      );
    }
    const { normalBelowMm } = nodeLimits(lesion);
    const isNormal = node && axis !== null && scale.of(axis) < scale.of(normalBelowMm);
    if (role === 'non-target' && isNormal) {
      found.push(
        finding(
          'baseline.node.normal',
          'warning',
          id,
          `${id}: a node under ${normalBelowMm} mm short axis is normal and not recorded.`,
          measurability
        )
      );
    }
    if (role === 'non-target' && lesion.status === 'absent') {
      found.push(
        finding(
          'baseline.nonTarget.absent',
          'block',
          id,
          `${id} is a non-target but absent at baseline.`,
          selection
        )
      );
    }
  }
  if (lesions.length === 0 && baseline.input.noDisease !== true) {
    found.push(
      finding(
        'baseline.noLesions',
        'warning',
        null,
        'No lesion at baseline, and "no disease" is not stated.',
        selection
      )
    );
  }
  if (lesions.length > 0 && baseline.input.noDisease === true) {
    found.push(
      finding(
        'baseline.noDiseaseContradicted',
        'block',
        null,
        '"No disease" is stated, but lesions are listed.',
        selection
      )
    );
  }
  return found;
}

// ./node_modules/@sinclair/typebox/build/esm/value/clone/clone.mjs
// ------------------------------------------------------------------
// ValueGuard
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// Clonable
// ------------------------------------------------------------------
function clone_FromObject(value) {
  const Acc = {};
  for (const key of Object.getOwnPropertyNames(value)) {
    Acc[key] = clone_Clone(value[key]);
  }
  for (const key of Object.getOwnPropertySymbols(value)) {
    Acc[key] = clone_Clone(value[key]);
  }
  return Acc;
}
function clone_FromArray(value) {
  return value.map(element => clone_Clone(element));
}
function FromTypedArray(value) {
  return value.slice();
}
function FromMap(value) {
  return new Map(clone_Clone([...value.entries()]));
}
function FromSet(value) {
  return new Set(clone_Clone([...value.entries()]));
}
function clone_FromDate(value) {
  return new Date(value.toISOString());
}
function clone_FromValue(value) {
  return value;
}
// ------------------------------------------------------------------
// Clone
// ------------------------------------------------------------------
/** Returns a clone of the given value */
function clone_Clone(value) {
  if (IsArray(value)) return clone_FromArray(value);
  if (IsDate(value)) return clone_FromDate(value);
  if (IsTypedArray(value)) return FromTypedArray(value);
  if (IsMap(value)) return FromMap(value);
  if (IsSet(value)) return FromSet(value);
  if (IsObject(value)) return clone_FromObject(value);
  if (IsValueType(value)) return clone_FromValue(value);
  throw new Error('ValueClone: Unable to clone value');
}

// ./node_modules/@sinclair/typebox/build/esm/value/default/default.mjs

// ------------------------------------------------------------------
// ValueGuard
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// TypeGuard
// ------------------------------------------------------------------

// ------------------------------------------------------------------
// ValueOrDefault
// ------------------------------------------------------------------
function ValueOrDefault(schema, value) {
  const defaultValue = HasPropertyKey(schema, 'default') ? schema.default : undefined;
  const clone = IsFunction(defaultValue) ? defaultValue() : clone_Clone(defaultValue);
  return IsUndefined(value)
    ? clone
    : IsObject(value) && IsObject(clone)
      ? Object.assign(clone, value)
      : value;
}
// ------------------------------------------------------------------
// HasDefaultProperty
// ------------------------------------------------------------------
function HasDefaultProperty(schema) {
  return IsKind(schema) && 'default' in schema;
}
// ------------------------------------------------------------------
// Types
// ------------------------------------------------------------------
function default_FromArray(schema, references, value) {
  // if the value is an array, we attempt to initialize it's elements
  if (IsArray(value)) {
    for (let i = 0; i < value.length; i++) {
      value[i] = default_Visit(schema.items, references, value[i]);
    }
    return value;
  }
  // ... otherwise use default initialization
  const defaulted = ValueOrDefault(schema, value);
  if (!IsArray(defaulted)) return defaulted;
  for (let i = 0; i < defaulted.length; i++) {
    defaulted[i] = default_Visit(schema.items, references, defaulted[i]);
  }
  return defaulted;
}
function default_FromDate(schema, references, value) {
  // special case intercept for dates
  return IsDate(value) ? value : ValueOrDefault(schema, value);
}
function default_FromImport(schema, references, value) {
  const definitions = globalThis.Object.values(schema.$defs);
  const target = schema.$defs[schema.$ref];
  return default_Visit(target, [...references, ...definitions], value);
}
function default_FromIntersect(schema, references, value) {
  const defaulted = ValueOrDefault(schema, value);
  return schema.allOf.reduce((acc, schema) => {
    const next = default_Visit(schema, references, defaulted);
    return IsObject(next) ? { ...acc, ...next } : next;
  }, {});
}
function default_FromObject(schema, references, value) {
  const defaulted = ValueOrDefault(schema, value);
  // return defaulted
  if (!IsObject(defaulted)) return defaulted;
  const knownPropertyKeys = Object.getOwnPropertyNames(schema.properties);
  // properties
  for (const key of knownPropertyKeys) {
    // note: we need to traverse into the object and test if the return value
    // yielded a non undefined result. Here we interpret an undefined result as
    // a non assignable property and continue.
    const propertyValue = default_Visit(schema.properties[key], references, defaulted[key]);
    if (IsUndefined(propertyValue)) continue;
    defaulted[key] = default_Visit(schema.properties[key], references, defaulted[key]);
  }
  // return if not additional properties
  if (!HasDefaultProperty(schema.additionalProperties)) return defaulted;
  // additional properties
  for (const key of Object.getOwnPropertyNames(defaulted)) {
    if (knownPropertyKeys.includes(key)) continue;
    defaulted[key] = default_Visit(schema.additionalProperties, references, defaulted[key]);
  }
  return defaulted;
}
function default_FromRecord(schema, references, value) {
  const defaulted = ValueOrDefault(schema, value);
  if (!IsObject(defaulted)) return defaulted;
  const additionalPropertiesSchema = schema.additionalProperties;
  const [propertyKeyPattern, propertySchema] = Object.entries(schema.patternProperties)[0];
  const knownPropertyKey = new RegExp(propertyKeyPattern);
  // properties
  for (const key of Object.getOwnPropertyNames(defaulted)) {
    if (!(knownPropertyKey.test(key) && HasDefaultProperty(propertySchema))) continue;
    defaulted[key] = default_Visit(propertySchema, references, defaulted[key]);
  }
  // return if not additional properties
  if (!HasDefaultProperty(additionalPropertiesSchema)) return defaulted;
  // additional properties
  for (const key of Object.getOwnPropertyNames(defaulted)) {
    if (knownPropertyKey.test(key)) continue;
    defaulted[key] = default_Visit(additionalPropertiesSchema, references, defaulted[key]);
  }
  return defaulted;
}
function default_FromRef(schema, references, value) {
  return default_Visit(Deref(schema, references), references, ValueOrDefault(schema, value));
}
function default_FromThis(schema, references, value) {
  return default_Visit(Deref(schema, references), references, value);
}
function default_FromTuple(schema, references, value) {
  const defaulted = ValueOrDefault(schema, value);
  if (!IsArray(defaulted) || IsUndefined(schema.items)) return defaulted;
  const [items, max] = [schema.items, Math.max(schema.items.length, defaulted.length)];
  for (let i = 0; i < max; i++) {
    if (i < items.length) defaulted[i] = default_Visit(items[i], references, defaulted[i]);
  }
  return defaulted;
}
function default_FromUnion(schema, references, value) {
  const defaulted = ValueOrDefault(schema, value);
  for (const inner of schema.anyOf) {
    const result = default_Visit(inner, references, clone_Clone(defaulted));
    if (Check(inner, references, result)) {
      return result;
    }
  }
  return defaulted;
}
function default_Visit(schema, references, value) {
  const references_ = Pushref(schema, references);
  const schema_ = schema;
  switch (schema_[Kind]) {
    case 'Array':
      return default_FromArray(schema_, references_, value);
    case 'Date':
      return default_FromDate(schema_, references_, value);
    case 'Import':
      return default_FromImport(schema_, references_, value);
    case 'Intersect':
      return default_FromIntersect(schema_, references_, value);
    case 'Object':
      return default_FromObject(schema_, references_, value);
    case 'Record':
      return default_FromRecord(schema_, references_, value);
    case 'Ref':
      return default_FromRef(schema_, references_, value);
    case 'This':
      return default_FromThis(schema_, references_, value);
    case 'Tuple':
      return default_FromTuple(schema_, references_, value);
    case 'Union':
      return default_FromUnion(schema_, references_, value);
    default:
      return ValueOrDefault(schema_, value);
  }
}
/** `[Mutable]` Generates missing properties on a value using default schema annotations if available. This function does not check the value and returns an unknown type. You should Check the result before use. Default is a mutable operation. To avoid mutation, Clone the value first. */
function Default(...args) {
  return args.length === 3
    ? default_Visit(args[0], args[1], args[2])
    : default_Visit(args[0], [], args[1]);
}

// ./platform/criteria/src/remembered.ts
/** `make`, made once for each key and kept for as long as the key lives. */ function remembered(
  make
) {
  const made = new WeakMap();
  return key => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key);
    made.set(key, {
      value,
    });
    return value;
  };
}

// ./platform/criteria/src/shapeCheck.ts

/** Keywords of a schema that say nothing about its values. */ const notes = [
  'type',
  'title',
  'description',
  'default',
  'examples',
];
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function numberCheck(schema, isOne) {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return value =>
    isOne(value) &&
    (minimum === undefined || value >= minimum) &&
    (maximum === undefined || value <= maximum) &&
    (exclusiveMinimum === undefined || value > exclusiveMinimum) &&
    (exclusiveMaximum === undefined || value < exclusiveMaximum);
}
/** The values of a union of literals, however nested; null where it has another variant. */ function literalsOf(
  schema
) {
  if (schema[Kind] === 'Literal') return [schema.const];
  if (schema[Kind] === 'Null') return [null];
  if (schema[Kind] !== 'Union') return null;
  const nested = schema.anyOf.map(literalsOf);
  return nested.every(values => values !== null) ? nested.flat() : null;
}
function unionCheck(schema) {
  const literals = literalsOf(schema);
  if (literals) {
    const allowed = new Set(literals);
    return value => allowed.has(value);
  }
  const variants = schema.anyOf.map(shapeCheck);
  return value => variants.some(fits => fits(value));
}
function stringCheck({ pattern, minLength = 0, maxLength = Infinity }) {
  const [least, most] = [Number(minLength), Number(maxLength)];
  const form = pattern === undefined ? null : new RegExp(String(pattern));
  return value =>
    typeof value === 'string' &&
    value.length >= least &&
    value.length <= most &&
    (form === null || form.test(value));
}
/** By the value's own keys, which are few where a schema has many optional ones. */ function objectCheck(
  schema
) {
  const properties = Object.entries(schema.properties);
  const checks = new Map(properties.map(([key, property]) => [key, shapeCheck(property)]));
  const required = properties
    .filter(([, property]) => property[OptionalKind] !== 'Optional')
    .map(([key]) => key);
  const closed = schema.additionalProperties === false;
  return value => {
    if (!isRecord(value)) return false;
    for (const key in value) {
      const fits = checks.get(key);
      const one = value[key];
      if (fits ? one !== undefined && !fits(one) : closed && Object.hasOwn(value, key))
        return false;
    }
    return required.every(key => value[key] !== undefined);
  };
}
/** Any key, and each value of one shape. */ function recordCheck(schema) {
  const anyKey = schema.patternProperties['^(.*)$'];
  if (!anyKey) return value => Check(schema, value);
  const fits = shapeCheck(anyKey);
  return value => isRecord(value) && Object.values(value).every(fits);
}
function arrayCheck(schema) {
  const fits = shapeCheck(schema.items);
  return value => {
    if (!Array.isArray(value)) return false;
    // A hole is a value too, which `every` would pass over.
    for (const one of value) if (!fits(one)) return false;
    return true;
  };
}
const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
const kinds = {
  Unknown: {
    keywords: [],
    make: () => () => true,
  },
  Null: {
    keywords: [],
    make: () => value => value === null,
  },
  Boolean: {
    keywords: [],
    make: () => value => typeof value === 'boolean',
  },
  Literal: {
    keywords: ['const'],
    make: schema => value => value === schema.const,
  },
  Number: {
    keywords: bounds,
    make: schema => numberCheck(schema, Number.isFinite),
  },
  Integer: {
    keywords: bounds,
    make: schema => numberCheck(schema, Number.isInteger),
  },
  String: {
    keywords: ['pattern', 'minLength', 'maxLength'],
    make: stringCheck,
  },
  Union: {
    keywords: ['anyOf'],
    make: unionCheck,
  },
  Array: {
    keywords: ['items'],
    make: arrayCheck,
  },
  Object: {
    keywords: ['properties', 'required', 'additionalProperties'],
    make: objectCheck,
  },
  Record: {
    keywords: ['patternProperties'],
    make: recordCheck,
  },
};
/**
 * The check of a schema as nested functions, made once: the verdict of `Value.Check`, which walks the schema anew for
 * every value. No code is generated, which the browser's content security policy forbids.
 */ const shapeCheck = remembered(schema => {
  const kind = Object.hasOwn(kinds, schema[Kind]) ? kinds[schema[Kind]] : undefined;
  const understood =
    kind !== undefined &&
    typeof schema.additionalProperties !== 'object' &&
    Object.keys(schema).every(key => kind.keywords.includes(key) || notes.includes(key));
  return understood ? kind.make(schema) : value => Check(schema, value);
});

// ./platform/criteria/src/course/parameters.ts

/** A choice; the first value is the default. */ const oneOf = (values, description) =>
  Type.Unsafe(
    Type.Union(
      values.map(value => Type.Literal(value)),
      {
        default: values[0],
        description,
      }
    )
  );
/** A whole number of days or visits. */ const days = (value, description) =>
  Type.Integer({
    minimum: 0,
    default: value,
    description,
  });
const flag = (value, description) =>
  Type.Boolean({
    default: value,
    description,
  });
/** Best overall response: oncology-criteria section 16.1. */ const bestResponseParameters = {
  confirmation: oneOf(
    ['none', 'responses'],
    'responses: complete and partial responses count once confirmed by a later visit; none: at once.'
  ),
  confirmationDays: days(28, 'Least days between a response and the visit that confirms it.'),
  minStableDays: days(
    42,
    'Least days from the reference date until stable disease counts as best response.'
  ),
  maxInterveningNE: days(
    1,
    'Largest number of visits that were not evaluable between a response and its confirmation.'
  ),
  acceptInterveningSD: flag(
    false,
    'Whether one stable visit may lie between a partial response and its confirmation.'
  ),
  refDate: oneOf(['randomisation', 'firstDose'], 'Day that days count from.'),
  missingAs: oneOf(['MISSING', 'NE'], 'Best response of a subject without a visit that counts.'),
  truncateAtPd: flag(
    true,
    'Whether visits after the first progression are left out of the best response.'
  ),
  pdCutoff: Type.Union(
    [
      Type.String({
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      }),
      Type.Null(),
    ],
    {
      default: null,
      description:
        'Last day, YYYY-MM-DD, whose visits enter the best response, in the place of the first progression.',
    }
  ),
};
const tstmDescription =
  'Diameter in mm of a lesion that is there but too small to measure, where the reader gives no number.';
/** States, sums and dates of criteria that follow targets by diameters: oncology-criteria sections 0.2 to 0.4. */ const courseParameters =
  {
    measurementPrecisionMm: Type.Number({
      exclusiveMinimum: 0,
      default: 0.1,
      description:
        'Precision of what readers record, mm: capture rounds to it, decisions never round.',
    }),
    // Nothing that is there measures 0, which means gone.
    tstmDefaultMm: Type.Number({
      exclusiveMinimum: 0,
      default: 5,
      description: tstmDescription,
    }),
    localTreatment: oneOf(
      ['NE', 'zero', 'exclude'],
      'A target resected, ablated or irradiated on study, from then on: NE, not evaluable; zero, counted as 0; exclude, out of the sums on both sides.'
    ),
    nadirFromPartial: flag(
      false,
      'Whether a visit with a target missing may set the nadir by the sum of what was read.'
    ),
    partialBounds: oneOf(
      ['pdOnly', 'none'],
      'A sum with a target missing is a lower bound: pdOnly, progression if the bound alone reaches it; none, always NE.'
    ),
    normalNodesBeatPd: flag(
      true,
      'Whether targets that are all gone or of normal size are CR even where their sum grew as far as progression.'
    ),
    equivocalBackdate: flag(
      true,
      'Whether an equivocal new lesion that a later visit calls unequivocal makes its first visit progression.'
    ),
    newLesionNe: oneOf(
      ['noCr', 'ignore'],
      'New lesions that could not be judged: noCr, they forbid a complete response; ignore, as none.'
    ),
    visitDateRule: oneOf(
      ['pdEarliestElseLatest', 'earliest', 'latest'],
      "Date of a visit's response: progression by its earliest component and the rest by the latest scan, or always the earliest or the latest scan."
    ),
    petNewLesion: flag(
      false,
      'Whether a focus seen on FDG-PET alone is a new lesion, with a negative PET at baseline.'
    ),
    maxTargets: Type.Integer({
      minimum: 1,
      default: 5,
      description: 'Largest number of targets in total.',
    }),
    maxTargetsPerOrgan: Type.Integer({
      minimum: 1,
      default: 2,
      description: 'Largest number of targets in one organ; all nodes are one organ.',
    }),
  };
/** `Type.Pick` and `Type.Omit` take from it what a criterion shares. */ const CourseSchema =
  Type.Object(courseParameters);
/** What RECIST 1.1 leaves open and its relatives with it: oncology-criteria section 1. */ const recistParameters =
  {
    prCarry: oneOf(
      ['none', 'faq'],
      'Partial response that is no longer 30 % below the baseline: none, rated by its sum; faq, stays one until progression.'
    ),
    reappearAfterCr: oneOf(
      ['pd', 'sumRule'],
      'Disease back after a complete response: pd, progression; sumRule, by the sum alone.'
    ),
    ntPd: oneOf(['reader'], "What makes non-targets progression: the reader's judgement."),
  };
/** New lesions that are measured: oncology-criteria sections 2 and 4. */ const newTargetParameters =
  {
    maxNewTargets: Type.Integer({
      minimum: 1,
      default: 5,
      description: 'Largest number of new lesions that are followed by measurement.',
    }),
    maxNewTargetsPerOrgan: Type.Integer({
      minimum: 1,
      default: 2,
      description: 'Largest number of those in one organ.',
    }),
  };
const defaultsOf = remembered(schema => Default(schema, {}));
/** Defaults filled in. Throws CL_PARAMETER on an unknown name or a value outside its range. */ function parametersOf(
  criterion,
  schema,
  given
) {
  const stated = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  const parameters = {
    ...defaultsOf(schema),
    ...Object.fromEntries(stated),
  };
  if (shapeCheck(schema)(parameters)) return parameters;
  const first = Errors(schema, parameters).First();
  const path = first?.path ?? '';
  const name = path.slice(1);
  const known = Object.keys(schema.properties).join(', ');
  throw new CriterionError(
    'CL_PARAMETER',
    `/parameters${path}`,
    name in schema.properties
      ? `parameter ${name}: ${first?.message ?? 'value not allowed'}, got ${JSON.stringify(first?.value)}`
      : `${criterion} has no parameter "${name}" (known: ${known})`
  );
}

// ./platform/criteria/src/course/responseDate.ts

function scanDate(visit, lesionId) {
  return visit.lesions.get(lesionId)?.date ?? visit.date;
}
function scanDates(visit) {
  return visit.lesions.size === 0
    ? [visit.date]
    : [...visit.lesions.keys()].map(id => scanDate(visit, id));
}
/** Whether a target adds to the sum, be it 0: one that was not read does not, nor one whose treatment takes it out. */ const isInSum =
  ({ known, complete, excluded }) => known > 0n || (complete && !excluded);
/** The date of a visit's response: a PD has that of its earliest component, the rest the latest scan of the visit. */ function responseDate(
  visit,
  parts,
  rule
) {
  if (rule === 'earliest') return earliest(scanDates(visit));
  if (rule === 'latest' || !parts.progression) return latest(scanDates(visit));
  const { states, target, nonTarget, newLesions, reappeared } = parts;
  const dates = reappeared.map(id => scanDate(visit, id));
  for (const [id, state] of newLesions.perLesion)
    if (state === 'YES') dates.push(scanDate(visit, id));
  if (nonTarget.category === 'PD') {
    const progressed = [...nonTarget.states]
      .filter(([, state]) => state === 'progressed')
      .map(([id]) => scanDate(visit, id));
    dates.push(progressed.length > 0 ? earliest(progressed) : visit.date);
  }
  if (target.category === 'PD') {
    const { reappeared: back } = target;
    dates.push(
      back
        ? earliest(states.filter(({ id }) => back.includes(id)).map(state => state.scanDate))
        : latest(states.filter(isInSum).map(state => state.scanDate))
    );
  }
  return earliest(dates) ?? visit.date;
}

// ./platform/criteria/src/course/burden.ts

/** Whether a target was read here and is in the sum. */ const isRead = ({
  complete,
  excluded,
  status,
}) => complete && !excluded && status !== 'merged';
/** Sum of what the targets named in `ids` contribute. */ function sumOf(states, ids) {
  let [known, complete] = [0n, true];
  for (const state of states) {
    if (!ids.has(state.id)) continue;
    known += state.known;
    complete &&= state.complete && !state.excluded;
  }
  return {
    known,
    complete,
  };
}
const smaller = (a, b) => (b < a ? b : a);
/**
 * Current sum with its references. The nadir is the smallest sum of the baseline and the earlier visits whose
 * targets were all read (of any earlier visit with `nadirFromPartial`). `earlier` starts with the baseline.
 */ function references(current, earlier, nadirFromPartial) {
  const ids = new Set(current.filter(({ excluded }) => !excluded).map(({ id }) => id));
  const sums = earlier.map(states => sumOf(states, ids));
  const baseline = sums[0]?.known ?? 0n;
  const nadir = sums
    .filter(({ complete }) => complete || nadirFromPartial)
    .reduce((least, { known }) => smaller(least, known), baseline);
  return {
    current: sumOf(current, ids),
    counted: ids.size,
    baseline,
    nadir,
  };
}
function burdenOutput({ current, baseline, nadir }, measure, scale) {
  const { known, complete } = current;
  const output = value => measure.toOutput(value, scale);
  return {
    value: complete ? output(known) : null,
    unit: measure.unit,
    ...(complete
      ? {}
      : {
          lowerBound: output(known),
        }),
    nadir: output(nadir),
    changeFromBaselinePct: complete ? percentChange(known, baseline) : null,
    changeFromNadirPct: complete ? percentChange(known, nadir) : null,
    changeFromNadir: complete ? output(known - nadir) : null,
  };
}

// ./platform/criteria/src/course/lesionHistory.ts

/** Whether an entry says nothing of the lesion: neither a state nor a number that the criterion asks for. */ function isSilent(
  lesion,
  { recorded }
) {
  const { mergedInto, status, evaluable, tooSmallToMeasure } = lesion;
  return (
    !mergedInto &&
    !status &&
    evaluable !== false &&
    !tooSmallToMeasure &&
    recorded(lesion).every(value => value == null)
  );
}
/** The last entry of a lesion that says anything of it, at a visit that was read: a merge lasts until the next. */ function lastEntry(
  id,
  history,
  measure
) {
  return history
    .filter(({ input }) => input.evaluable !== false)
    .map(({ lesions }) => lesions.get(id))
    .findLast(lesion => lesion !== undefined && !isSilent(lesion, measure));
}
/** The entry by which a lesion is still merged at the last visit of `history`, where that visit lists what it is part of. */ function stillMerged(
  id,
  history,
  measure
) {
  const last = lastEntry(id, history, measure);
  return last?.mergedInto && history.at(-1)?.lesions.has(last.mergedInto) ? last : null;
}
/** The lesion was resected, ablated or irradiated on study at or before this scan. */ function treatedBefore(
  target,
  history,
  scanDate
) {
  const isBefore = ({ id, locallyTreated }) => {
    if (id !== target.id) return false;
    const { date } = locallyTreated;
    return !date || scanDate === null || date <= scanDate;
  };
  return history.some(({ lesions }) => lesions.treated.some(isBefore));
}
/** Treated by itself, or with a lesion that it was merged with then: it stays so when it is listed apart again. */ function treatedWithHost(
  target,
  history,
  scanDate,
  measure
) {
  if (!history.some(({ lesions }) => lesions.treated.length > 0)) return false;
  return history.some(({ date }, index) => {
    const until = history.slice(0, index + 1);
    const seen = new Set();
    let id = target.id;
    while (id && !seen.has(id)) {
      if (
        treatedBefore(
          {
            id,
          },
          until,
          until.length === history.length ? scanDate : date
        )
      )
        return true;
      seen.add(id);
      id = lastEntry(id, until, measure)?.mergedInto;
    }
    return false;
  });
}
/** Ids of the parts of a target that were listed at any of these visits. */ function partsOf(
  target,
  history
) {
  const lookup = splitEntries(history);
  const listed = history.flatMap(({ lesions }) => lesions.parts);
  const parts = new Map(listed.map(part => [part.id, part]));
  return [...parts.values()]
    .filter(part => splitRoot(part, lookup) === target.id)
    .map(({ id }) => id);
}
/** Lesions that the parts listed at a visit were split from: their parts stand for them. */ function splitAgain(
  { lesions },
  history
) {
  const lookup = splitEntries(history);
  const found = new Set();
  for (const { splitFrom } of lesions.parts)
    for (let id = splitFrom; id && !found.has(id); id = lookup(id)?.splitFrom) found.add(id);
  return found;
}
/** The parts of a lesion that a visit should tell of: those listed, and those seen before that did not split again. */ function expectedParts(
  lesion,
  visit,
  history
) {
  const fallenApart = splitAgain(visit, history);
  return partsOf(lesion, history).filter(id => visit.lesions.has(id) || !fallenApart.has(id));
}

// ./platform/criteria/src/course/lesionState.ts

function state(target, scanDate, rest) {
  return {
    id: target.id,
    status: rest.status,
    known: rest.known ?? 0n,
    complete: rest.complete ?? true,
    present: rest.present ?? false,
    normalBelow: rest.normalBelow ?? null,
    reason: rest.reason ?? null,
    byRule: rest.byRule ?? false,
    excluded: rest.excluded ?? false,
    scanDate,
  };
}
const unknown = (target, date, reason) =>
  state(target, date, {
    status: 'notEvaluable',
    complete: false,
    reason,
  });
function measuredState(target, lesion, context) {
  const { scale, measure, visit } = context;
  const date = lesion.date ?? visit.date;
  if (lesion.evaluable === false) return unknown(target, date, lesion.reason ?? 'OTHER');
  if (lesion.mergedInto) return mergedState(target, lesion, context, date);
  const known = measure.value(lesion, target.node, scale);
  if (lesion.tooSmallToMeasure && lesion.status === 'absent')
    return unknown(target, date, 'CONTRADICTION');
  if (lesion.tooSmallToMeasure && !known) {
    const small = measure.tooSmall(target.node, scale);
    const present = measure.isDisease(null, small, target.node, scale);
    return state(target, date, {
      status: 'tooSmallToMeasure',
      known: small,
      present,
      byRule: true,
    });
  }
  if (known !== null) {
    const stated = lesion.status ?? null;
    if (
      (known > 0n && stated === 'absent') ||
      (known === 0n && stated !== null && stated !== 'absent')
    ) {
      return unknown(target, date, 'CONTRADICTION');
    }
    if (known === 0n)
      return state(target, date, {
        status: 'absent',
      });
    return state(target, date, {
      status: 'measured',
      known,
      present: measure.isDisease(lesion, known, target.node, scale),
      normalBelow: measure.normalBelow?.(lesion, target.node, scale) ?? null,
    });
  }
  return lesion.status === 'absent'
    ? state(target, date, {
        status: 'absent',
      })
    : unknown(target, date, 'NOT_MEASURED');
}
/** What a lesion is, split or not, in the words of the baseline: undefined where that doesn't list it. */ const atBaseline =
  (lesion, history) =>
    history[0]?.lesions.get(splitRoot(lesion, splitEntries(history)) ?? lesion.id);
/** The lesion that one of the sum merged into at the last visit of `history`, where that is in no sum: both sizes are lost. */ function hostOutOfSum(
  lesion,
  visit,
  history,
  hosts
) {
  const host = mergeHost(lesion, visit.lesions);
  if (!host || !hosts) return null;
  const isInSum = one => {
    const role = atBaseline(one, history)?.role;
    if (role !== undefined) return role === 'target';
    return hosts === 'targetsAndNew' && one.role === 'new';
  };
  return isInSum(lesion) && !isInSum(host) ? host.id : null;
}
/** There while the lesion is that it merged into, measured as what that is. */ function mergedState(
  target,
  lesion,
  context,
  date
) {
  const { visit, history, hosts } = context;
  const host = mergeHost(lesion, visit.lesions);
  if (!host) return unknown(target, date, 'MERGED_INTO_UNKNOWN');
  if (hostOutOfSum(lesion, visit, history, hosts) !== null)
    return unknown(target, date, 'MERGED_INTO_NO_TARGET');
  const before = atBaseline(host, history);
  const joint = measuredState(
    {
      id: host.id,
      node: isNode(before ?? host),
    },
    host,
    context
  );
  // What a target lacks is said of that. In no sum, a lesion need not have a size to be there.
  const isThere = !hosts && Boolean(host.status) && joint.reason === 'NOT_MEASURED';
  if (!joint.complete && before?.role !== 'target' && !isThere)
    return {
      ...joint,
      id: target.id,
      scanDate: date,
    };
  return state(target, date, {
    status: 'merged',
    present: joint.present || isThere,
    byRule: true,
  });
}
/** A lesion by what the visit says of it; one of which it says nothing may be merged still. */ function listedState(
  target,
  context,
  date
) {
  const { visit, history, measure } = context;
  const lesion = visit.lesions.get(target.id);
  if (lesion && !isSilent(lesion, measure)) return measuredState(target, lesion, context);
  const merged = stillMerged(target.id, history, measure);
  if (merged) return mergedState(target, merged, context, date);
  return unknown(target, date, lesion ? 'NOT_MEASURED' : 'NOT_ASSESSED');
}
function splitState(target, context) {
  const { visit, history, measure, scale } = context;
  const own = visit.lesions.get(target.id);
  const parts = expectedParts(target, visit, history).map(id => {
    const lesion = visit.lesions.get(id);
    const part = {
      id,
      node: target.node,
    };
    const date = lesion?.date ?? visit.date;
    if (treatedBefore(part, history, date)) return treatedState(part, date, context);
    return listedState(part, context, date);
  });
  if (
    own &&
    (measure.value(own, target.node, scale) !== null ||
      own.evaluable === false ||
      own.mergedInto ||
      own.tooSmallToMeasure)
  ) {
    parts.push(measuredState(target, own, context));
  }
  const join = (whole, { known }) => {
    if (measure.parts !== 'highest') return whole + known;
    return known > whole ? known : whole;
  };
  // What is left of a lesion that was treated in part is not disease that came back.
  const treatedOnly =
    parts.some(({ status }) => status === 'treated') &&
    parts.every(({ status, present }) => status === 'treated' || !present);
  return state(target, latest(parts.map(({ scanDate }) => scanDate)), {
    status: treatedOnly ? 'treated' : 'split',
    known: parts.reduce(join, 0n),
    complete: parts.every(({ complete }) => complete),
    present: parts.some(({ present }) => present),
    reason: parts.find(({ reason }) => reason !== null)?.reason ?? null,
  });
}
function treatedState(target, date, { localTreatment }) {
  const treated = {
    status: 'treated',
    present: true,
    reason: 'TREATED_LOCAL',
  };
  if (localTreatment === 'exclude')
    return state(target, date, {
      ...treated,
      excluded: true,
    });
  if (localTreatment === 'zero')
    return state(target, date, {
      ...treated,
      byRule: true,
    });
  return state(target, date, {
    ...treated,
    present: false,
    complete: false,
  });
}
/**
 * The state of a target at the last visit of `history` (baseline first). Earlier visits tell what a missing entry
 * means: merged stays merged, local treatment stays, a part that was seen is expected. Nothing missing becomes zero.
 */ function targetState(target, history, rules) {
  const visit = history.at(-1);
  if (!visit) return unknown(target, null, 'NOT_ASSESSED');
  const { measure, localTreatment } = rules;
  const context = {
    ...rules,
    visit,
    history,
  };
  const lesion = visit.lesions.get(target.id);
  const date = lesion?.date ?? visit.date;
  const parts = partsOf(target, history);
  const partTreated = parts.some(id =>
    treatedBefore(
      {
        id,
      },
      history,
      visit.lesions.get(id)?.date ?? visit.date
    )
  );
  const isTreated = treatedWithHost(target, history, date, measure);
  // Out of every sum from then on, that of a visit without images too, and as a whole: the baseline has no parts.
  if ((isTreated || partTreated) && localTreatment === 'exclude')
    return treatedState(target, date, rules);
  if (visit.input.evaluable === false)
    return unknown(target, date, visit.input.reason ?? 'NOT_IMAGED');
  if (isTreated) return treatedState(target, date, rules);
  const said = lesion !== undefined && !isSilent(lesion, measure);
  if (partTreated || parts.some(id => visit.lesions.has(id)) || (parts.length > 0 && !said))
    return splitState(target, context);
  return listedState(target, context, date);
}

// ./platform/criteria/src/course/sources.ts
/** How lesions are read at a visit. */ const reading =
  'Eisenhauer 2009 (RECIST 1.1) sections 4.2 and 4.4';
const nodes = 'Eisenhauer 2009 (RECIST 1.1) section 4.3.1 (nodes: short axis)';

// ./platform/criteria/src/course/linkFindings.ts

/** Merges and splits that lead nowhere. */ function linkFindings(
  lesion,
  visit,
  lookup,
  source = reading
) {
  const { id } = lesion;
  const found = [];
  if (lesion.mergedInto && mergeHost(lesion, visit.lesions) === null) {
    found.push(
      finding(
        'lesion.mergedIntoUnknown',
        'block',
        id,
        `${id} is merged into "${lesion.mergedInto}", but no lesion of this timepoint carries the measurement of both.`,
        source
      )
    );
  }
  const root = lesion.splitFrom ? splitRoot(lesion, lookup) : null;
  if (lesion.splitFrom && !(root && lookup(root))) {
    found.push(
      finding(
        'lesion.splitFromUnknown',
        'block',
        id,
        `${id} is split from "${lesion.splitFrom}", which no timepoint lists.`,
        source
      )
    );
  }
  return found;
}
/** Lesions of the baseline that a visit does not list. */ function missingRows(
  followed,
  visit,
  lookup,
  source = reading
) {
  const parents = new Set(visit.lesions.parts.map(lesion => splitRoot(lesion, lookup)));
  return followed
    .filter(({ id }) => !visit.lesions.has(id) && !parents.has(id))
    .map(({ id }) =>
      finding(
        'lesion.notAssessed',
        'block',
        id,
        `${id} of the baseline is not listed; it counts as not evaluable.`,
        source
      )
    );
}
/** Parts seen before that a visit does not list, where it tells of the lesion by other parts of it. */ function missingParts(
  { targets, nonTargets, measure, parameters },
  visit,
  history
) {
  const { lesions, date } = visit;
  const isTreated = id =>
    treatedBefore(
      {
        id,
      },
      history,
      date
    );
  const byParts = [...targets, ...nonTargets.filter(({ id }) => !lesions.has(id))];
  return byParts.flatMap(one => {
    const parts = expectedParts(one, visit, history);
    const isOut = parameters.localTreatment === 'exclude' && parts.some(isTreated);
    if (!parts.some(id => lesions.has(id)) || isOut) return [];
    if (treatedWithHost(one, history, date, measure)) return [];
    return parts
      .filter(id => !lesions.has(id) && !isTreated(id) && !stillMerged(id, history, measure))
      .map(id => {
        const text = `${id}, a part of ${one.id}, is not listed; ${one.id} counts as not evaluable.`;
        return finding('lesion.notAssessed', 'block', id, text, reading);
      });
  });
}

// ./platform/criteria/src/course/measurementFindings.ts

/** Whether an entry says what became of the lesion without a number. */ function hasState(lesion) {
  return (
    lesion.evaluable === false ||
    lesion.tooSmallToMeasure === true ||
    lesion.status === 'absent' ||
    Boolean(lesion.mergedInto) ||
    Boolean(lesion.locallyTreated)
  );
}
/** A target without the number that counts, or with one that its state contradicts. */ function measurementFindings(
  lesion,
  node,
  isParent
) {
  const { id, status } = lesion;
  const block = (rule, text, source = reading) => [finding(rule, 'block', id, text, source)];
  // Its size is that of both, and told where they are measured.
  if (lesion.mergedInto) return [];
  const axis = countedAxis(lesion, node);
  if (status === 'absent' && lesion.tooSmallToMeasure && lesion.evaluable !== false && !axis)
    return block(
      'measurement.contradiction',
      `${id}: too small to measure and status "absent" contradict each other; the lesion counts as not evaluable.`
    );
  if (axis !== null) {
    const isSmall = axis === 0 && lesion.tooSmallToMeasure;
    if (!status || isSmall || axis > 0 !== (status === 'absent')) return [];
    return block(
      'measurement.contradiction',
      `${id}: ${axis} mm and status "${status}" contradict each other; the lesion counts as not evaluable.`
    );
  }
  if (hasState(lesion) || isParent) return [];
  if (node && typeof lesion.longestDiameterMm === 'number')
    return block(
      'measurement.nodeLongAxis',
      `${id} is a node measured by its long axis; the short axis counts and is missing.`,
      nodes
    );
  if (!node && typeof lesion.shortAxisMm === 'number')
    return block(
      'measurement.longestDiameterMissing',
      `${id} has a short axis only; the longest diameter counts and is missing.`
    );
  return block('measurement.missing', `${id} has neither a measurement nor a state.`);
}
/** A lesion without a part in the sum that is called absent and has a size; a node of normal size may be. */ function absenceFindings(
  lesion,
  node,
  normalBelowMm
) {
  const { id, status, evaluable, tooSmallToMeasure } = lesion;
  const axis = countedAxis(lesion, node);
  if (status !== 'absent' || evaluable === false) return [];
  if (axis ? node && axis < normalBelowMm : node || !tooSmallToMeasure) return [];
  const size = axis ? `${axis} mm` : 'too small to measure';
  const text = `${id}: ${size} and status "absent" contradict each other; the lesion counts as absent.`;
  return [finding('measurement.contradiction', 'block', id, text, reading)];
}

// ./platform/criteria/src/course/nodeLimits.ts
const recist = {
  targetFromMm: 15,
  normalBelowMm: 10,
  newFromMm: 10,
};
/** RECIST 1.1: every node alike. */ const recistNodeLimits = () => recist;

// ./platform/criteria/src/course/margin.ts

/**
 * Distance of the deciding number to the nearest of the thresholds that would change its category, in output units.
 * @param one how many of the number's units make one output unit
 */ function marginTo(current, thresholds, unit, one) {
  let nearest = null;
  for (const threshold of thresholds) {
    const over = current * threshold.denominator - threshold.numerator;
    if (nearest === null || isNearer(over, threshold.denominator, nearest)) {
      nearest = {
        threshold,
        over,
      };
    }
  }
  if (nearest === null) return null;
  const value = ratio(nearest.over, nearest.threshold.denominator * one);
  return value === null
    ? null
    : {
        value,
        unit,
        category: nearest.threshold.category,
      };
}
const size = value => (value < 0n ? -value : value);
function isNearer(over, denominator, than) {
  return size(over) * than.threshold.denominator < size(than.over) * denominator;
}
/** Parts of a unit that lie between an edge and "just beyond" it. */ const fine = 1_000_000n;
/**
 * The category just beyond an edge, or at it, where that is another than the current one. Before the edge it is the
 * current one, unless there is a nearer edge.
 */ function categoryBeyond(current, edge, categoryAt) {
  const { numerator, denominator } = edge;
  const now = categoryAt(current, 1n);
  const there = [1n, -1n, 0n].map(step => categoryAt(numerator * fine + step, denominator * fine));
  return there.find(category => category !== now) ?? null;
}
/**
 * The nearest of the edges that a category changes at, by the category itself: for rules that say "over" and "at least"
 * side by side, or that depend on the number in more than one way. `edges` are all numbers at which it may change.
 */ function nearestEdge(current, edges, categoryAt) {
  const changing = edges.flatMap(edge => {
    const category = categoryBeyond(current, edge, categoryAt);
    const over = current * edge.denominator - edge.numerator;
    return category === null
      ? []
      : [
          {
            threshold: {
              ...edge,
              category,
            },
            over,
          },
        ];
  });
  const [first, ...rest] = changing;
  if (!first) return null;
  return rest.reduce(
    (best, one) => (isNearer(one.over, one.threshold.denominator, best) ? one : best),
    first
  ).threshold;
}
/** A lesion's own size at its limit, beyond which lies `category`. */ const sizeCrossing = (
  { id, size: current, limit },
  category,
  { one }
) => ({
  category,
  current,
  numerator: limit,
  denominator: 1n,
  unit: 'mm',
  one,
  reference: limit,
  lesion: id,
});
function distanceOf({ current, numerator, denominator, reference }) {
  const scale = denominator * (reference > 0n ? reference : 1n);
  return {
    over: size(current * denominator - numerator),
    scale,
  };
}
/** Distance of the number to the threshold. */ function marginOf({
  current,
  unit,
  one,
  lesion,
  ...threshold
}) {
  const margin = marginTo(current, [threshold], unit, one);
  return lesion === undefined
    ? margin
    : margin && {
        ...margin,
        lesion,
      };
}
/** Below 0: `a` is nearer to its threshold than `b`. */ function compareDistance(a, b) {
  const [first, second] = [distanceOf(a), distanceOf(b)];
  const difference = first.over * second.scale - second.over * first.scale;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
/** Of numbers equally far the first lesion by name, whatever the order that they were entered in. */ const isNamedFirst =
  (a, b) => (a.lesion ?? '') < (b.lesion ?? '');
/** Whichever number is nearest to its threshold, as a part of that number's own reference. */ function nearestCrossing(
  crossings
) {
  const [first, ...rest] = crossings;
  if (!first) return null;
  return rest.reduce((best, one) => {
    const order = compareDistance(one, best);
    return order < 0 || (order === 0 && isNamedFirst(one, best)) ? one : best;
  }, first);
}
/** Distance of whichever number is nearest to its threshold. */ function nearestMargin(crossings) {
  const nearest = nearestCrossing(crossings);
  return nearest && marginOf(nearest);
}
/** As `nearestMargin` where every one of the thresholds must be crossed: the farthest. */ function farthestCrossing(
  crossings
) {
  const [first, ...rest] = crossings;
  return rest.reduce((best, one) => {
    const order = compareDistance(one, best);
    return order > 0 || (order === 0 && isNamedFirst(one, best)) ? one : best;
  }, first);
}

// ./platform/criteria/src/course/nodeMargins.ts

/** The one that has to fall below its limit last, where all of them have to. */ function lastToFall(
  nodes,
  category,
  scale
) {
  const [first, ...rest] = nodes.map(node => sizeCrossing(node, category, scale));
  return first ? farthestCrossing([first, ...rest]) : null;
}
/** The condition on the size of this lesion, in words, and how far it is. */ const decidedBy = (
  crossing,
  condition,
  scale
) =>
  crossing
    ? {
        margin: marginOf(crossing),
        threshold: `${crossing.lesion} ${condition} of ${scale.toMm(crossing.numerator)} mm`,
      }
    : {};
const worstFirst = ['YES', 'EQUIVOCAL', 'NE', 'NO'];
/** The lesion whose size is nearest to making a visit's new lesions another state; null where none can. */ function newLesionCrossing(
  state,
  perLesion,
  sized,
  scale
) {
  const rank = one => worstFirst.indexOf(one);
  const rising = sized
    .filter(one => !one.reached && rank(one.otherwise) < rank(state))
    .map(one => sizeCrossing(one, one.otherwise, scale));
  const states = [...perLesion.values()];
  const deciding = states.filter(one => one === state);
  const falling = sized.filter(
    one => one.reached && one.state === state && rank(one.otherwise) > rank(state)
  );
  const left = [...states, ...falling.map(({ otherwise }) => otherwise)];
  const below = worstFirst.find(one => rank(one) > rank(state) && left.includes(one));
  const fall =
    below && falling.length === deciding.length ? lastToFall(falling, below, scale) : null;
  return nearestCrossing([...rising, ...(fall ? [fall] : [])]);
}
/** How far non-target nodes are from keeping a complete response away, or from allowing it; `present`: how many lesions. */ function nonTargetNodeMargin(
  category,
  present,
  nodes,
  scale
) {
  const condition = 'is not normal from a short axis';
  if (category === 'CR') {
    const normal = nodes.filter(({ size, limit }) => size < limit);
    const rising = normal.map(node => sizeCrossing(node, 'NON-CR/NON-PD', scale));
    return decidedBy(nearestCrossing(rising), condition, scale);
  }
  const enlarged = nodes.filter(({ size, limit }) => size >= limit);
  if (category !== 'NON-CR/NON-PD' || enlarged.length !== present) return {};
  return decidedBy(lastToFall(enlarged, 'CR', scale), condition, scale);
}
/** The short axis of a node; null where there is none, or where something else than it decides. */ function shortAxisOf(
  lesion,
  node
) {
  const { shortAxisMm, status, mergedInto, evaluable } = lesion;
  const settled =
    status === 'absent' || status === 'progressed' || mergedInto || evaluable === false;
  return node && !settled && shortAxisMm ? shortAxisMm : null;
}

// ./platform/criteria/src/course/newLesionRating.ts

const axisNames = {
  longestDiameterMm: 'longest diameter',
  perpendicularDiameterMm: 'perpendicular diameter',
  shortAxisMm: 'short axis',
};
const recistNewLesionRules = {
  source: 'Eisenhauer 2009 (RECIST 1.1) section 4.3.5',
  nodeLimits: recistNodeLimits,
};
/**
 * Lesions of a visit that can be new ones: a target or non-target of the baseline that is recorded as new is none, nor is
 * a part of one that split. `history` starts with the baseline.
 */ function newLesionsOf(visit, history) {
  const lookup = splitEntries(history);
  return visit.lesions.recordedNew.filter(lesion => {
    const atBaseline = history[0]?.lesions.get(splitRoot(lesion, lookup) ?? lesion.id);
    return atBaseline === undefined || atBaseline.role === 'new';
  });
}
/** Seen on FDG-PET alone, without a matching CT lesion. */ function petOnly(lesion) {
  const method = lesion.method?.toUpperCase();
  return (
    method !== undefined &&
    method.includes('PET') &&
    !method.includes('CT') &&
    !method.includes('MR') &&
    lesion.ctCorrelate !== true
  );
}
function stateOf(lesion, baseline, parameters, scale, nodeLimits) {
  if (lesion.evaluable === false) return 'NE';
  if (lesion.status === 'absent') return 'NO';
  const node = isNode(lesion);
  const axis =
    (node ? lesion.shortAxisMm : (lesion.longestDiameterMm ?? lesion.shortAxisMm)) ?? null;
  if (!lesion.status && axis === null && !lesion.tooSmallToMeasure && !lesion.mergedInto)
    return 'NE';
  if (!lesion.status && axis === 0 && !lesion.tooSmallToMeasure) return 'NO';
  // A node too small to measure is of normal size.
  const nodal = node && lesion.tooSmallToMeasure ? (axis ?? 0) : node ? axis : null;
  if (nodal !== null && scale.of(nodal) < scale.of(nodeLimits(lesion).newFromMm)) return 'NO';
  if (petOnly(lesion) && !(parameters.petNewLesion && baseline.input.petNegative === true))
    return 'NO';
  return lesion.status === 'equivocal' ? 'EQUIVOCAL' : 'YES';
}
/** A node's short axis, and the criterion's limit of it. */ const nodeSize = (
  lesion,
  nodeLimits,
  scale
) => ({
  field: 'shortAxisMm',
  from: scale.of(nodeLimits(lesion).newFromMm),
});
/** What the lesion is, and what it would be on the other side of the limit; null where it has no such size. */ function sizedLesion(
  lesion,
  { field, from: limit },
  scale,
  stateAt
) {
  const mm = lesion[field];
  if (!mm) return null;
  const size = scale.of(mm);
  const reached = size >= limit;
  const across = reached ? Math.floor(scale.toMm(limit) / 2) : scale.toMm(limit);
  const otherwise = stateAt({
    ...lesion,
    [field]: across,
  });
  const axis = axisNames[field];
  return {
    id: lesion.id,
    axis,
    size,
    limit,
    state: stateAt(lesion),
    reached,
    otherwise,
  };
}
/**
 * New lesions of a visit: YES if one is unequivocal (or recorded without doubt), else EQUIVOCAL, else NE, else NO.
 * A new lesion of an earlier visit that this visit does not mention is NE: it was not looked at. Nothing of a visit
 * that was not evaluable was.
 */ function rateNewLesions(
  visit,
  earlier,
  baseline,
  parameters,
  scale,
  rules = recistNewLesionRules
) {
  const perLesion = new Map();
  const sized = [];
  const history = [baseline, ...earlier, visit];
  const readable = visit.input.evaluable !== false;
  const { nodeLimits, sizeOf } = rules;
  const stateAt = lesion =>
    rules.stateOf?.(lesion, history) ?? stateOf(lesion, baseline, parameters, scale, nodeLimits);
  for (const lesion of readable ? newLesionsOf(visit, history) : []) {
    perLesion.set(lesion.id, stateAt(lesion));
    const size = sizeOf ? sizeOf(lesion, history, scale) : nodeSize(lesion, nodeLimits, scale);
    const one = size && sizedLesion(lesion, size, scale, stateAt);
    if (one) sized.push(one);
  }
  for (const past of earlier)
    for (const { id } of newLesionsOf(past, history))
      if (!visit.lesions.has(id)) perLesion.set(id, 'NE');
  const where = wanted => [...perLesion].filter(([, value]) => value === wanted).map(([id]) => id);
  const [yes, equivocal, missing] = [where('YES'), where('EQUIVOCAL'), where('NE')];
  const numbers = () => ({
    unequivocal: yes.length,
    equivocal: equivocal.length,
    notEvaluable: missing.length,
  });
  const result = (state, rule, text) => {
    const nearest = newLesionCrossing(state, perLesion, sized, scale);
    const axis = sized.find(({ id }) => id === nearest?.lesion)?.axis;
    const decided = decidedBy(nearest, `is a new lesion from a ${axis}`, scale);
    return {
      state,
      perLesion,
      trace: [
        {
          rule,
          text,
          numbers,
          ...decided,
          source: rules.source,
        },
      ],
    };
  };
  if (!readable)
    return result(
      'NE',
      'newLesion.ne',
      'Not evaluable: whether there are new lesions is not known.'
    );
  if (yes.length > 0)
    return result(
      'YES',
      'newLesion.unequivocal',
      () => `Unequivocal new lesion: ${yes.join(', ')}.`
    );
  if (equivocal.length > 0) {
    const text = () =>
      `Equivocal new lesion ${equivocal.join(', ')}: no progression unless a later visit confirms it.`;
    return result('EQUIVOCAL', 'newLesion.equivocal', text);
  }
  if (missing.length > 0)
    return result(
      'NE',
      'newLesion.ne',
      () => `Whether ${missing.join(', ')} is there could not be judged.`
    );
  return result('NO', 'newLesion.none', 'No new lesion.');
}

// ./platform/criteria/src/course/newLesionFindings.ts

const warning = (rule, id, text) => [finding(rule, 'warning', id, text, nodes)];
/** A node that is none of the new lesions by its short axis, or that crossed the limit by little. */ function nodeSizeFindings(
  id,
  axis,
  earlier,
  fromMm,
  scale
) {
  if (scale.of(axis) < scale.of(fromMm))
    return warning(
      'newLesion.nodeNormal',
      id,
      `${id}: a node under ${fromMm} mm short axis (${axis} mm) is not a new lesion.`
    );
  return earlier
    .flatMap(({ lesions }) => lesions.get(id)?.shortAxisMm ?? [])
    .slice(-1)
    .filter(before => before < fromMm && scale.of(axis) - scale.of(before) < scale.of(5))
    .flatMap(before =>
      warning(
        'newLesion.nodeCaution',
        id,
        `${id}: ${before} to ${axis} mm alone is little; look again before calling it new.`
      )
    );
}
function findingsOf(lesion, earlier, fromMm, scale) {
  const { id, shortAxisMm: axis } = lesion;
  if (lesion.evaluable === false) return [];
  const block = (rule, text, source) => [finding(rule, 'block', id, text, source)];
  // Where a criterion has no limit for nodes, they are seen and measured like anything else.
  const byShortAxis = isNode(lesion) && fromMm > 0;
  const absence = absenceFindings(lesion, byShortAxis, fromMm);
  if (absence.length > 0) return absence;
  if (byShortAxis && axis) return nodeSizeFindings(id, axis, earlier, fromMm, scale);
  if (byShortAxis && lesion.tooSmallToMeasure) {
    const text = `${id}: a node too small to measure is of normal size, and not a new lesion.`;
    return warning('newLesion.nodeNormal', id, text);
  }
  if (typeof axis === 'number' || lesion.status || hasState(lesion)) return [];
  if (typeof lesion.longestDiameterMm !== 'number')
    return block(
      'newLesion.stateMissing',
      `${id} is a new lesion without a state; it counts as not evaluable.`,
      reading
    );
  if (!byShortAxis) return [];
  const text = `${id} is a new node measured by its long axis; the short axis counts and is missing.`;
  return block('measurement.nodeLongAxis', text, nodes);
}
/** New lesions that say nothing, and nodes that are none, or hardly, by their size. `history` is baseline to this visit. */ function newLesionFindings(
  visit,
  history,
  scale,
  nodeLimits
) {
  const earlier = history.slice(0, -1);
  return newLesionsOf(visit, history).flatMap(lesion =>
    findingsOf(lesion, earlier, nodeLimits(lesion).newFromMm, scale)
  );
}

// ./platform/criteria/src/course/placeFindings.ts

const dictionary = 'CDISC LOC (closed list of this project)';
const sides = ['LEFT', 'RIGHT', 'BILATERAL'];
/** What is wrong with a lesion's place. */ function placeFindings(lesion) {
  const { id } = lesion;
  const location = findLocation(lesion.location);
  if (!lesion.location)
    return [finding('location.missing', 'warning', id, `${id} has no location.`, dictionary)];
  if (!location) {
    const text = `${id}: location "${lesion.location}" is not in the list; it counts as an organ of its own.`;
    return [finding('location.unknown', 'warning', id, text, dictionary)];
  }
  const found = [];
  if (lesion.node !== null && lesion.node !== undefined && lesion.node !== location.node) {
    const text = `${id}: ${location.code} is ${location.node ? '' : 'not '}a node, but the lesion says otherwise.`;
    found.push(finding('location.nodeMismatch', 'warning', id, text, dictionary));
  }
  const side = lesion.laterality ?? null;
  if (location.laterality && side === null) {
    found.push(
      finding(
        'location.lateralityMissing',
        'note',
        id,
        `${id}: ${location.code} is paired; no side is given.`,
        dictionary
      )
    );
  }
  if (side !== null && !sides.includes(side)) {
    found.push(
      finding(
        'location.lateralityUnknown',
        'warning',
        id,
        `${id}: side "${side}" is none of ${sides.join(', ')}.`,
        dictionary
      )
    );
  }
  return found;
}

// ./platform/criteria/src/course/entryFindings.ts

/** Findings of any timepoint about what was entered. `history` is baseline to this visit. */ function entryFindings(
  visit,
  history,
  subject
) {
  const { targets, nonTargets, measure, rules } = subject;
  const [baseline] = history;
  const isBaseline = visit === baseline;
  const lookup = splitEntries(history);
  const lesions = visit.lesions.list;
  const found = lesions.flatMap(lesion => [
    ...(isBaseline || lesion.role === 'new' || !baseline.lesions.has(lesion.id)
      ? placeFindings(lesion)
      : []),
    ...linkFindings(lesion, visit, lookup),
  ]);
  const roster = [
    ...targets.map(one => ({
      ...one,
      role: 'target',
    })),
    ...nonTargets.map(one => ({
      ...one,
      role: 'non-target',
    })),
  ];
  for (const lesion of lesions) {
    const followed = roster.find(({ id }) => id === lesion.id);
    const isParent = visit.lesions.parts.some(({ splitFrom }) => splitFrom === lesion.id);
    const root = lesion.splitFrom ? splitRoot(lesion, lookup) : lesion.id;
    const target = targets.find(({ id }) => id === root);
    if (target) found.push(...measurementFindings(lesion, target.node, isParent));
    const host = target ? hostOutOfSum(lesion, visit, history, rules.hosts) : null;
    if (host !== null) {
      const text = `${lesion.id} is merged into ${host}, which is no target: the size of both is in no sum, and ${lesion.id} counts as not evaluable.`;
      found.push(finding('lesion.mergedIntoNoTarget', 'block', lesion.id, text, reading));
    }
    if (lesion.role !== 'new' && !followed && !lesion.splitFrom) {
      found.push(
        finding(
          'lesion.notAtBaseline',
          'block',
          lesion.id,
          `${lesion.id} is a ${lesion.role} lesion, but not in the baseline; it is not used.`,
          reading
        )
      );
    }
    const nonTarget = nonTargets.find(({ id }) => id === root);
    if (
      nonTarget &&
      !lesion.status &&
      !hasState(lesion) &&
      !isParent &&
      countedAxis(lesion, nonTarget.node) === null
    ) {
      found.push(
        finding('nonTarget.stateMissing', 'block', lesion.id, `${lesion.id} has no state.`, reading)
      );
    }
    if (nonTarget) {
      const { normalBelowMm } = rules.nodeLimits(lesion);
      found.push(...absenceFindings(lesion, nonTarget.node, normalBelowMm));
    }
    if (followed && followed.role !== lesion.role) {
      found.push(
        finding(
          'lesion.roleChanged',
          'block',
          lesion.id,
          `${lesion.id} was a ${followed.role} lesion at baseline and stays one.`,
          reading
        )
      );
    }
  }
  if (isBaseline) return found;
  if (visit.input.evaluable !== false) {
    // A visit need not list what is still merged with a lesion that it lists, or was treated.
    const expected = roster.filter(
      one =>
        !stillMerged(one.id, history, measure) &&
        !treatedWithHost(one, history, visit.date, measure)
    );
    found.push(...missingRows(expected, visit, lookup));
    found.push(...missingParts(subject, visit, history));
  }
  found.push(...newLesionFindings(visit, history, subject.scale, rules.nodeLimits));
  return found;
}

// ./platform/criteria/src/course/baseline.ts

const stateRules = ({ measure, scale, parameters, rules }) => ({
  measure,
  scale,
  localTreatment: parameters.localTreatment,
  hosts: rules.hosts,
});
/** What each target adds to the burden; null while not all of it is known. */ function contributions(
  states,
  { measure, scale }
) {
  return states.map(({ id, status, known, complete, excluded, byRule, reason }) => ({
    id,
    status,
    value: complete && !excluded ? measure.toOutput(known, scale) : null,
    unit: measure.unit,
    byRule,
    reason,
  }));
}
/** Why a baseline gives no reference; null when it does. */ function baselineProblem(
  baseline,
  states
) {
  if (baseline.input.evaluable === false)
    return `the baseline is not evaluable (${baseline.input.reason ?? 'OTHER'})`;
  const missing = states
    .filter(({ complete }) => !complete)
    .map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`);
  return missing.length > 0 ? `the baseline has no value for ${missing.join(', ')}` : null;
}
function rateBaseline(visit, subject) {
  const states = subject.targets.map(target => targetState(target, [visit], stateRules(subject)));
  return {
    visit,
    states,
    problem: baselineProblem(visit, states),
  };
}
/** The baseline's sum with everything that is wrong with what was entered. */ function baselineOutput(
  { visit, states, problem },
  subject
) {
  const { measure, scale, parameters, rules } = subject;
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const value = states.length > 0 && sum.complete ? measure.toOutput(sum.known, scale) : null;
  const burden = {
    value,
    unit: measure.unit,
    ...(value === null
      ? {
          lowerBound: measure.toOutput(sum.known, scale),
        }
      : {}),
  };
  const findings = [
    ...baselineFindings(visit, parameters, scale, rules.nodeLimits),
    ...entryFindings(visit, [visit], subject),
  ];
  if (problem !== null) {
    const text = `Every visit is NE: ${problem}.`;
    findings.push(finding('baseline.notEvaluable', 'block', null, text, rules.baselineSource));
  }
  const targets = `${states.length} ${states.length === 1 ? 'target' : 'targets'}`;
  const text = () =>
    states.length === 0
      ? 'No target lesion.'
      : `Sum of ${targets}: ${value === null ? 'not known' : `${value} mm`}.`;
  return {
    id: visit.id,
    date: visit.date,
    burden: states.length === 0 ? null : burden,
    lesions: contributions(states, subject),
    trace: [
      {
        rule: 'baseline.sum',
        text,
        numbers: {
          sumMm: value,
        },
        source: rules.baselineSource,
      },
    ],
    findings,
  };
}

// ./platform/criteria/src/bestOverallResponse.ts

function readEntries(visits, vocabulary) {
  let place = '';
  const entries = visits.flatMap(({ id, date, response }, index) => {
    place = date ?? place;
    if (response === null || response === '' || response === 'NA') return [];
    if (!vocabulary.rank.includes(response)) {
      const message = `"${response}" at ${id} is not a response (known: ${vocabulary.rank.join(', ')})`;
      throw new CriterionError('CL_RESPONSE_UNKNOWN', `/visits/${index}/response`, message);
    }
    const day = date === null ? null : dayNumber(date, `/visits/${index}/date`);
    return [
      {
        id,
        date,
        day,
        place,
        response,
      },
    ];
  });
  entries.sort((a, b) => compareDates(a.place, b.place));
  const badness = ({ response }) => vocabulary.worstFirst.indexOf(response);
  const kept = [];
  for (const entry of entries) {
    const last = kept.at(-1);
    if (!last || last.date === null || last.date !== entry.date) kept.push(entry);
    else if (badness(entry) < badness(last)) kept[kept.length - 1] = entry;
  }
  return kept;
}
function truncate(entries, { newTherapyDate, pdCutoff, truncateAtPd }, { progression }) {
  const before = entries.filter(({ place }) => newTherapyDate === null || place < newTherapyDate);
  if (pdCutoff !== null) return before.filter(({ place }) => place <= pdCutoff);
  const first = truncateAtPd ? before.findIndex(({ response }) => response === progression) : -1;
  return first < 0 ? before : before.slice(0, first + 1);
}
/** Days from one day to another; fewer than any rule asks for where one is not known. */ function gap(
  from,
  to
) {
  return from === null || to === null ? Number.NEGATIVE_INFINITY : to - from;
}
/** Whether a response is confirmed by the first of the later visits that is far enough away. */ function isConfirmed(
  first,
  later,
  options,
  { complete, partial, minor = [], stable }
) {
  const isComplete = complete.includes(first.response);
  const alsoMinor = minor.includes(first.response) ? minor : [];
  const confirming = isComplete ? complete : [...complete, ...partial, ...alsoMinor];
  const by = later.findIndex(
    ({ response, day }) =>
      confirming.includes(response) && gap(first.day, day) >= options.confirmationDays
  );
  if (by < 0) return false;
  const responses = later.slice(0, by + 1).map(({ response }) => response);
  const count = code => responses.filter(response => response === code).length;
  if (count('NE') > options.maxInterveningNE) return false;
  if (count(stable) > (!isComplete && options.acceptInterveningSD ? 1 : 0)) return false;
  if (responses.some(response => ![...confirming, 'NE', stable].includes(response))) return false;
  const firstComplete = responses.findIndex(response => complete.includes(response));
  return (
    isComplete ||
    firstComplete < 0 ||
    !responses.slice(firstComplete).some(response => partial.includes(response))
  );
}
/** Best of what the visits count as; ties go to the earliest, a confirmed progression has its run's first date. */ function best(
  entries,
  counted,
  missingAs,
  vocabulary
) {
  const value = vocabulary.rank.find(response => counted.includes(response));
  if (value === undefined)
    return {
      value: missingAs,
      date: null,
    };
  const first = counted.indexOf(value);
  const responses = entries.map(({ response }) => response);
  const dated =
    value === vocabulary.progression ? progressionRunStart(responses, first, vocabulary) : first;
  return {
    value,
    date: entries.map(({ date }) => date)[dated] ?? null,
  };
}
/**
 * Best overall response with and without confirmation of complete and partial response. Days count from
 * `referenceDate`; without dates stable disease can't show its duration and counts as NE. Ties go to the earliest
 * visit.
 */ function bestOverallResponse(visits, options) {
  const vocabulary = options.vocabulary ?? recistVocabulary;
  const { complete, partial, minor = [] } = vocabulary;
  const entries = truncate(readEntries(visits, vocabulary), options, vocabulary);
  const start =
    options.referenceDate === null ? null : dayNumber(options.referenceDate, '/referenceDate');
  const lasted = ({ day }) => gap(start, day) >= options.minStableDays;
  const unconfirmedAs = entry => {
    const needsTime =
      entry.response === vocabulary.stable || entry.response === vocabulary.nonCrNonPd;
    return needsTime && !lasted(entry) ? 'NE' : entry.response;
  };
  const confirmedAs = (entry, index) => {
    if (![...complete, ...partial, ...minor].includes(entry.response)) return unconfirmedAs(entry);
    if (isConfirmed(entry, entries.slice(index + 1), options, vocabulary)) return entry.response;
    return lasted(entry) ? vocabulary.stable : 'NE';
  };
  const unconfirmed = entries.map(unconfirmedAs);
  const confirmed = entries.map(confirmedAs);
  const isComplete = ({ response }) => complete.includes(response);
  const isPartial = ({ response }) => partial.includes(response);
  const afterComplete = index => entries.slice(0, index).some(isComplete);
  const worse = entries.find(
    (entry, index) =>
      (isPartial(entry) || entry.response === vocabulary.stable) && afterComplete(index)
  );
  const bestConfirmed = best(entries, confirmed, options.missingAs, vocabulary);
  const flagged = entries.filter((entry, index) =>
    isComplete(entry)
      ? entries.slice(index).some(isPartial)
      : isPartial(entry) && afterComplete(index)
  );
  return {
    unconfirmed: best(entries, unconfirmed, options.missingAs, vocabulary),
    confirmed:
      bestConfirmed.value === 'NE' && worse
        ? {
            value: vocabulary.backAfterComplete,
            date: worse.date,
          }
        : bestConfirmed,
    flags: flagged.map(({ id }) => ({
      code: 'CR_THEN_PR',
      timepoint: id,
    })),
    visits: entries.map(({ id, date, response }, index) => ({
      id,
      date,
      response,
      unconfirmed: unconfirmed[index] ?? response,
      confirmed: confirmed[index] ?? response,
    })),
  };
}

// ./platform/criteria/src/readerResponse.ts

/** The responses that the reader gave, by timepoint. */ const readerResponsesIn = ({
  timepoints,
}) =>
  new Map(
    timepoints.flatMap(({ id, readerResponse }) => (readerResponse ? [[id, readerResponse]] : []))
  );
/** Throws CriterionError CL_READER_RESPONSE on a code that no reader may give under this criterion. */ function requireReaderResponses(
  { name, readerResponses },
  { timepoints }
) {
  timepoints.forEach(({ id, readerResponse }, index) => {
    if (!readerResponse || readerResponses.includes(readerResponse.value)) return;
    const known =
      readerResponses.length === 0
        ? 'its response is calculated alone'
        : `a reader may give ${readerResponses.join(', ')}`;
    throw new CriterionError(
      'CL_READER_RESPONSE',
      `/timepoints/${index}/readerResponse/value`,
      `${id}: "${readerResponse.value}" is no reader's response by ${name}: ${known}`
    );
  });
}
const source = "Charter of the trial: the reader's response";
/**
 * The timepoint with the response that its reader gave; what was calculated stays beside it. It blocks once another one is
 * calculated than the reader saw. Throws CriterionError CL_READER_RESPONSE where the criterion gives none to differ from.
 */ function asGiven(rated, given) {
  if (given === undefined) return rated;
  const { id, overall: calculated, trace, findings } = rated;
  const { value, inPlaceOf } = given;
  if (calculated === undefined) {
    const message = `${id}: there is no response here that a reader's could stand in place of`;
    throw new CriterionError('CL_READER_RESPONSE', '/timepoints', message);
  }
  const text = `The reader gave ${value} in place of the calculated ${calculated}.`;
  const stale = `The calculated response is ${calculated} now: ${value} was given in place of ${inPlaceOf}.`;
  return {
    ...rated,
    overall: value,
    calculated,
    trace: [
      ...trace,
      {
        rule: 'overall.reader',
        text,
        numbers: {},
        source,
      },
    ],
    findings:
      calculated === inPlaceOf
        ? findings
        : [
            ...findings,
            {
              rule: 'overall.reader',
              severity: 'block',
              lesion: null,
              text: stale,
              source,
            },
          ],
  };
}

// ./platform/criteria/src/course/bestResponse.ts

/** The day that days count from: `startDate` (randomisation) or `firstDoseDate`, else the baseline's date. */ function referenceDate(
  input,
  { refDate },
  baseline
) {
  if (refDate === 'firstDose' && !input.firstDoseDate) {
    const message = 'refDate is "firstDose" but firstDoseDate is not given';
    throw new CriterionError('CL_DATE', '/firstDoseDate', message);
  }
  const [name, date] =
    refDate === 'firstDose'
      ? ['firstDoseDate', input.firstDoseDate]
      : ['startDate', input.startDate];
  if (date) dayNumber(date, `/${name}`);
  return date ?? baseline?.date ?? null;
}
/** Throws on a date of the subject or the parameters that does not exist. */ function checkDates(
  input,
  { pdCutoff }
) {
  if (pdCutoff) dayNumber(pdCutoff, '/parameters/pdCutoff');
  if (input.newTherapyDate) dayNumber(input.newTherapyDate, '/newTherapyDate');
}
/**
 * Best overall response of the visits after the baseline; what a later visit revised counts as revised, else what the
 * reader gave in place of the calculated response.
 */ function bestResponseOf(visits, input, parameters, baseline, vocabulary) {
  const given = readerResponsesIn(input);
  const { unconfirmed, confirmed, flags } = bestOverallResponse(
    visits.map(({ id, date, overall, revised }) => ({
      id,
      date: date ?? null,
      response: revised?.value ?? given.get(id)?.value ?? overall ?? null,
    })),
    {
      ...parameters,
      ...(vocabulary
        ? {
            vocabulary,
          }
        : {}),
      referenceDate: referenceDate(input, parameters, baseline),
      newTherapyDate: input.newTherapyDate ?? null,
    }
  );
  return {
    unconfirmed,
    confirmed,
    flags: [...flags],
  };
}

// ./platform/criteria/src/course/equivocalRevisions.ts

/**
 * Equivocal new lesions that a later visit calls unequivocal: the first equivocal visit becomes progression (`value`),
 * dated there, unless it is one of `progressions` already. A visit confirms only by being one of `progressions` itself:
 * what could not be rated revises nothing. The key is the id of the visit revised. A lesion that went away in between
 * starts again.
 */ function equivocalRevisions(rated, value = 'PD', progressions = [value]) {
  const revisions = new Map();
  const open = new Map();
  for (const current of rated) {
    for (const [lesion, state] of current.perLesion) {
      if (state === 'NO') open.delete(lesion);
      if (state === 'EQUIVOCAL' && !open.has(lesion)) open.set(lesion, current);
      const confirms = state === 'YES' && progressions.includes(current.overall);
      const first = confirms ? open.get(lesion) : undefined;
      if (confirms) open.delete(lesion);
      if (!first || progressions.includes(first.overall) || revisions.has(first.visit.id)) continue;
      revisions.set(first.visit.id, {
        revised: {
          value,
          byTimepoint: current.visit.id,
          rule: 'newLesion.equivocalConfirmed',
        },
        date: scanDate(first.visit, lesion),
      });
    }
  }
  return revisions;
}
/** A visit as a later one revised it; as it was where none did. */ const revisedBy = (
  output,
  revision
) =>
  revision
    ? {
        ...output,
        date: revision.date,
        revised: revision.revised,
      }
    : output;

// ./platform/criteria/src/lymphoma/newLesions.ts

/** Lesions that can be new ones: parts of a baseline lesion never are. `history` starts with the baseline. */ function newLesions_newLesionsOf(
  visit,
  history
) {
  const lookup = splitEntries(history);
  return visit.lesions.recordedNew.filter(lesion => {
    const root = lesion.splitFrom ? splitRoot(lesion, lookup) : null;
    return !(root && history[0]?.lesions.has(root));
  });
}
const axisFields = ['longestDiameterMm', 'perpendicularDiameterMm', 'shortAxisMm'];
/** The longest of the recorded diameters; null when none is given. */ function anyAxis(lesion) {
  const axes = axisFields.map(field => lesion[field]).filter(value => typeof value === 'number');
  return axes.length === 0 ? null : Math.max(...axes);
}
const limitOf = (lesion, { nodeMm, extranodalMm }) => (isNode(lesion) ? nodeMm : extranodalMm);
function newLesions_stateOf(lesion, limits, scale) {
  if (lesion.evaluable === false) return 'NE';
  if (lesion.status === 'absent') return 'NO';
  const node = isNode(lesion);
  const axis = anyAxis(lesion);
  const seen = lesion.status === 'equivocal' ? 'EQUIVOCAL' : 'YES';
  if (axis === null && !lesion.tooSmallToMeasure) return lesion.status ? seen : 'NE';
  const limit = limitOf(lesion, limits);
  if (scale.of(axis ?? 0) > scale.of(limit)) return seen;
  if (lesion.status === 'equivocal') return node ? 'NO' : 'EQUIVOCAL';
  const counts = !node && limits.smallIfUnequivocal && lesion.status === 'unequivocal';
  return counts && (axis === null || axis > 0) ? 'YES' : 'NO';
}
/** What the lesion is, and what it would be with its longest diameter on the other side of the limit. */ function newLesions_sizedLesion(
  lesion,
  limits,
  scale
) {
  const mm = anyAxis(lesion);
  if (!mm) return null;
  const limitMm = limitOf(lesion, limits);
  const [size, limit] = [scale.of(mm), scale.of(limitMm)];
  const reached = size > limit;
  const beyond = reached ? limitMm : limitMm + 1;
  const moved = axisFields.map(field => [field, lesion[field] === mm ? beyond : lesion[field]]);
  const across = {
    ...lesion,
    ...Object.fromEntries(moved),
  };
  const state = newLesions_stateOf(lesion, limits, scale);
  const otherwise = newLesions_stateOf(across, limits, scale);
  return {
    id: lesion.id,
    size,
    limit,
    state,
    reached,
    otherwise,
  };
}
/**
 * New lesions of a visit: YES if one counts, else EQUIVOCAL, else NE, else NO. A new lesion of an earlier visit that
 * this visit does not mention is NE: it was not looked at.
 */ function newLesions_rateNewLesions(visit, history, limits, scale) {
  const perLesion = new Map();
  const sized = [];
  if (visit.input.evaluable !== false) {
    for (const lesion of newLesions_newLesionsOf(visit, history)) {
      perLesion.set(lesion.id, newLesions_stateOf(lesion, limits, scale));
      const one = newLesions_sizedLesion(lesion, limits, scale);
      if (one) sized.push(one);
    }
  }
  for (const { id } of history
    .slice(1, -1)
    .flatMap(past => newLesions_newLesionsOf(past, history))) {
    if (!visit.lesions.has(id)) perLesion.set(id, 'NE');
  }
  const where = wanted => [...perLesion].filter(([, value]) => value === wanted).map(([id]) => id);
  const [yes, equivocal, missing] = [where('YES'), where('EQUIVOCAL'), where('NE')];
  const numbers = {
    unequivocal: yes.length,
    equivocal: equivocal.length,
    notEvaluable: missing.length,
  };
  const { threshold, source } = limits;
  const result = (state, rule, text) => {
    const nearest = newLesionCrossing(state, perLesion, sized, scale);
    const margin = nearest && marginOf(nearest);
    return {
      state,
      perLesion,
      trace: [
        {
          rule,
          text,
          numbers,
          threshold,
          margin,
          source,
        },
      ],
    };
  };
  const named = ids => `lesion${ids.length === 1 ? '' : 's'} ${ids.join(', ')}`;
  if (yes.length > 0) return result('YES', 'newLesion.yes', `New ${named(yes)}.`);
  if (equivocal.length > 0) {
    const text = `Equivocal new ${named(equivocal)}: no progression unless confirmed by a later visit.`;
    return result('EQUIVOCAL', 'newLesion.equivocal', text);
  }
  if (missing.length > 0) {
    const text = `New ${named(missing)} of an earlier visit, or not evaluable: could not be judged.`;
    return result('NE', 'newLesion.ne', text);
  }
  return result('NO', 'newLesion.none', 'No new lesion.');
}

// ./platform/criteria/src/lymphoma/measure.ts

/** The size a reader recorded; null when a diameter is missing. The longer of the two is the longest diameter. */ function sizeOf(
  lesion,
  scale
) {
  const { longestDiameterMm: longest, perpendicularDiameterMm: across } = lesion;
  if (longest === 0)
    return {
      ldi: 0n,
      sdi: 0n,
      ppd: 0n,
    };
  if (longest == null || across == null) return null;
  const [a, b] = [scale.of(longest), scale.of(across)];
  return {
    ldi: a > b ? a : b,
    sdi: a > b ? b : a,
    ppd: a * b,
  };
}
/** Products of two diameters; a node is disease unless normal, anything else as long as it is there. */ function lymphomaProducts(
  tstmDefaultMm,
  isNormal
) {
  const base = products(tstmDefaultMm);
  return {
    ...base,
    recorded: lesion => [...base.recorded(lesion), lesion.shortAxisMm],
    isDisease: (lesion, _value, node, scale) => {
      const size = lesion === null ? null : sizeOf(lesion, scale);
      return node ? size !== null && !isNormal(size, scale, null) : true;
    },
  };
}

// ./platform/criteria/src/lymphoma/nonTarget.ts

function nonTarget_stateOf(lesion, { id, node }, { isNormal, scale, baseline }) {
  if (!lesion || lesion.evaluable === false) return 'notEvaluable';
  if (lesion.status === 'progressed' || lesion.status === 'absent') return lesion.status;
  const larger = 'larger' in lesion && lesion.larger === true;
  if (larger) return 'larger';
  if (node && lesion.tooSmallToMeasure) return 'absent';
  const size = sizeOf(lesion, scale);
  if (size !== null) {
    if (size.ppd === 0n) return lesion.tooSmallToMeasure || lesion.status ? 'present' : 'absent';
    const first = baseline.lesions.list.filter(one => one.id === id).map(one => sizeOf(one, scale));
    return node && isNormal(size, scale, first[0] ?? null) ? 'absent' : 'present';
  }
  return lesion.status || lesion.tooSmallToMeasure || anyAxis(lesion) ? 'present' : 'notEvaluable';
}
const recorded = lesion => [anyAxis(lesion)];
/** One that is merged is gone with the mass that it is part of; it is there while that is, or where it is not told. */ function followedState(
  one,
  visit,
  history,
  context
) {
  const { lesions } = visit;
  const own = lesions.get(one.id);
  const merged = own?.mergedInto
    ? own
    : stillMerged(one.id, history, {
        recorded,
      });
  if (merged && own?.evaluable !== false) {
    const host = mergeHost(merged, lesions);
    const mass =
      host &&
      nonTarget_stateOf(
        host,
        {
          ...one,
          id: host.id,
          node: isNode(host),
        },
        context
      );
    return mass === 'absent' ? 'absent' : 'present';
  }
  const parts = lesions.parts.filter(({ splitFrom }) => splitFrom === one.id);
  if (own || parts.length === 0) return nonTarget_stateOf(own, one, context);
  const states = parts.map(part => nonTarget_stateOf(part, one, context));
  const order = ['progressed', 'notEvaluable', 'larger', 'present'];
  return order.find(wanted => states.includes(wanted)) ?? 'absent';
}
/** A node of normal size has not gone: growing again, it is not a lesion that came back. */ const isGone =
  ({ evaluable, status, longestDiameterMm, tooSmallToMeasure }) =>
    evaluable !== false &&
    (status === 'absent' || (longestDiameterMm === 0 && !status && !tooSmallToMeasure));
/** There again after it was gone at an earlier visit. An equivocal one is not taken for disease again. */ function isBack(
  one,
  visit,
  history
) {
  const equivocal = visit.lesions.get(one.id)?.status === 'equivocal';
  const gone = ({ input, lesions }) => {
    const lesion = lesions.get(one.id);
    return input.evaluable !== false && lesion !== undefined && isGone(lesion);
  };
  return !equivocal && history.slice(1, -1).some(gone);
}
/**
 * Disease that is followed without measuring. The reader's overall call decides progression: with a call, a single
 * lesion marked progressed is not progression; without one it is. `history` starts with the baseline.
 */ function rateNonTarget(roster, visit, history, { localTreatment }, context) {
  const readable = visit.input.evaluable !== false;
  const state = one => {
    if (!readable) return 'notEvaluable';
    if (treatedBefore(one, history, visit.date))
      return localTreatment === 'zero' ? 'present' : 'notEvaluable';
    const now = followedState(one, visit, history, context);
    return (now === 'present' || now === 'larger') && isBack(one, visit, history) ? 'regrown' : now;
  };
  const followed =
    localTreatment === 'exclude'
      ? roster.filter(one => !treatedBefore(one, history, visit.date))
      : roster;
  const states = new Map(followed.map(one => [one.id, state(one)]));
  const where = (...wanted) =>
    [...states].filter(([, value]) => wanted.includes(value)).map(([id]) => id);
  const numbers = {
    absent: where('absent').length,
    present: where('present', 'larger').length,
    progressed: where('progressed', 'regrown').length,
    notEvaluable: where('notEvaluable').length,
  };
  const result = (category, rule, text, worse = []) => ({
    category,
    worse,
    trace: [
      {
        rule,
        text,
        numbers,
        source: context.source,
      },
    ],
  });
  if (roster.length === 0) return result('NA', 'nonTarget.none', 'No non-target at baseline.');
  const judgement = readable ? (visit.input.nonTargetJudgement ?? null) : null;
  const back = where('regrown');
  if (judgement === 'PD')
    return result(
      'PD',
      'nonTarget.pd',
      'The reader judges the non-targets clearly worse.',
      where('progressed', 'regrown')
    );
  const worse = judgement === null ? where('progressed') : [];
  const clearly = `Clearly worse: ${worse.join(', ')}.`;
  if (back.length > 0) {
    const text = `Back after it had resolved: ${back.join(', ')}.`;
    const all = [...back, ...worse];
    return result('PD', 'nonTarget.regrown', worse.length > 0 ? `${text} ${clearly}` : text, all);
  }
  if (worse.length > 0) return result('PD', 'nonTarget.pd', clearly, worse);
  const missing = where('notEvaluable');
  if (judgement === 'NE' || (judgement === null && missing.length > 0)) {
    const text = `Not assessed and none clearly worse: ${missing.join(', ')}.`;
    return result('NE', 'nonTarget.ne', judgement === 'NE' ? 'Not evaluable by the reader.' : text);
  }
  if (where('larger').length > 0) {
    const text = `Larger, but not clearly worse: ${where('larger').join(', ')}.`;
    return result('LARGER', 'nonTarget.larger', text);
  }
  const there = where('present', 'progressed');
  if (judgement === 'NON-CR/NON-PD' || there.length > 0) {
    const text =
      there.length > 0 ? `Persisting: ${there.join(', ')}.` : 'Persisting by the reader.';
    return result('NON-CR/NON-PD', 'nonTarget.nn', text);
  }
  const unread = missing.filter(id => visit.lesions.has(id));
  if (unread.length > 0)
    return result('NE', 'nonTarget.ne', `Called gone, but not read: ${unread.join(', ')}.`);
  return result('CR', 'nonTarget.cr', 'Every non-target is gone; nodes are of normal size.');
}

// ./platform/criteria/src/lymphoma/readings.ts

/** The lesion a merged target went into, as last stated. */ function hostOf(id, history) {
  return history.map(({ lesions }) => lesions.get(id)?.mergedInto).findLast(Boolean) ?? null;
}
/** The target itself and its parts, as far as they are listed at this visit. */ function readings_partsOf(
  target,
  visit,
  history
) {
  const lookup = splitEntries(history);
  return visit.lesions.list.filter(
    lesion =>
      lesion.id === target.id || (lesion.splitFrom && splitRoot(lesion, lookup) === target.id)
  );
}
const sized = ['measured', 'tooSmallToMeasure', 'absent', 'split'];
const gone = {
  ldi: 0n,
  sdi: 0n,
  ppd: 0n,
};
/** Absent with a size, or there at 0 mm: not evaluable. */ const isContradicted = (
  { status },
  { ppd }
) => (ppd > 0n ? status === 'absent' : Boolean(status) && status !== 'absent');
/** The size a lesion was read with: its own, the default of one too small to measure, none of one that is gone. */ function sizeRead(
  lesion,
  tooSmall,
  scale
) {
  if (lesion.evaluable === false) return null;
  const size = sizeOf(lesion, scale);
  if (lesion.tooSmallToMeasure && !size?.ppd) return tooSmall;
  if (size !== null) return isContradicted(lesion, size) ? null : size;
  return lesion.status === 'absent' ? gone : null;
}
/** Sizes at one visit, the last of `history` (baseline first); `states` are the targets' states there. */ function readingsAt(
  targets,
  states,
  visit,
  history,
  scale,
  tstmDefaultMm
) {
  const readings = new Map();
  const small = scale.of(tstmDefaultMm);
  const tooSmall = {
    ldi: small,
    sdi: small,
    ppd: small * small,
  };
  const merged = states
    .filter(({ status }) => status === 'merged')
    .map(({ id }) => ({
      id,
      host: hostOf(id, history),
    }));
  targets.forEach((target, index) => {
    if (!sized.includes(states[index]?.status)) return;
    for (const lesion of readings_partsOf(target, visit, history)) {
      const size = sizeRead(lesion, tooSmall, scale);
      if (size === null) continue;
      const { id } = lesion;
      readings.set(id, {
        id,
        target: target.id,
        node: target.node,
        size,
        joint: merged.filter(({ host }) => host === id).map(one => one.id),
        status: lesion.status ?? null,
        scanDate: scanDate(visit, id),
      });
    }
  });
  return readings;
}
/** Sizes of one lesion on its own at earlier visits, in time order; a confluent mass tells nothing of one lesion. */ function earlierSizes(
  id,
  past
) {
  return past.flatMap(readings => {
    const reading = readings.get(id);
    return reading && reading.joint.length === 0 ? [reading.size] : [];
  });
}
/**
 * Smallest earlier product, with the diameters to compare with: those of the visit of that product, or each diameter's
 * own minimum. Null when the lesion has no earlier size.
 */ function smallest(sizes, diameters) {
  const first = sizes[0];
  if (!first) return null;
  const least = sizes.reduce((best, size) => (size.ppd < best.ppd ? size : best), first);
  if (diameters === 'atPpdNadir') return least;
  const minimum = values => values.reduce((best, value) => (value < best ? value : best));
  return {
    ppd: least.ppd,
    ldi: minimum(sizes.map(({ ldi }) => ldi)),
    sdi: minimum(sizes.map(({ sdi }) => sdi)),
  };
}
/**
 * Smallest sum of products that a group of targets had at an earlier visit where all of them were read; null when
 * there was none. `past` are the earlier visits' states.
 */ function smallestGroup(ids, past) {
  const sums = past
    .map(states => states.filter(({ id }) => ids.includes(id)))
    .filter(group => group.every(({ complete }) => complete))
    .map(group => group.reduce((sum, { known }) => sum + known, 0n));
  return sums.reduce((best, sum) => (best === null || sum < best ? sum : best), null);
}

// ./platform/criteria/src/lymphoma/facts.ts

/** Reads one visit; `past` are the baseline and the visits since. */ function readFacts(
  visit,
  past,
  subject,
  rules
) {
  const { measure, scale, parameters, targets, nonTargets } = subject;
  const history = [...past.map(one => one.visit), visit];
  const stateRules = {
    measure,
    scale,
    localTreatment: parameters.localTreatment,
  };
  const states = targets.map(target => targetState(target, history, stateRules));
  const baseline = past[0]?.visit ?? visit;
  const inBurden = baseline.lesions.list
    .filter(lesion => rules.inBurden?.(lesion) ?? true)
    .map(({ id }) => id);
  const counted = all => all.filter(({ id }) => inBurden.includes(id));
  const before = past.map(one => counted(one.states));
  const { isNormal, source } = rules;
  return {
    visit,
    history,
    states,
    readings: readingsAt(targets, states, visit, history, scale, parameters.tstmDefaultMm),
    references: references(counted(states), before, parameters.nadirFromPartial),
    nonTarget: rateNonTarget(nonTargets, visit, history, parameters, {
      isNormal,
      scale,
      source,
      baseline,
    }),
    newLesions: newLesions_rateNewLesions(visit, history, rules.newLesionLimits, scale),
  };
}

// ./platform/criteria/src/lymphoma/findings.ts

const findings_dictionary = 'CDISC LOC (closed list of this project)';
function findings_hasState({ evaluable, tooSmallToMeasure, status, mergedInto }) {
  return (
    evaluable === false || tooSmallToMeasure === true || status === 'absent' || Boolean(mergedInto)
  );
}
function findings_baselineFindings(baseline, rules, maxTargets, scale) {
  const { source } = rules;
  const lesions = [...baseline.lesions.values()];
  const targets = lesions.filter(({ role, splitFrom }) => role === 'target' && !splitFrom);
  const found = [];
  const add = (rule, lesion, text) => {
    found.push(finding(rule, 'block', lesion, text, source));
  };
  if (targets.length > maxTargets) {
    const text = `${targets.length} targets; at most ${maxTargets}.`;
    add('baseline.targets.tooMany', targets[maxTargets]?.id ?? null, text);
  }
  for (const lesion of targets) {
    const { id } = lesion;
    const small = rules.tooSmall(lesion, isNode(lesion), scale);
    const place = findLocation(lesion.location);
    if (lesion.status === 'absent' || lesion.longestDiameterMm === 0)
      add('baseline.target.absent', id, `${id} is a target but absent at baseline.`);
    else if (lesion.evaluable === false)
      add(
        'baseline.target.notEvaluable',
        id,
        `${id} is not evaluable at baseline: every visit is NE.`
      );
    else if (lesion.tooSmallToMeasure)
      add('baseline.target.tooSmall', id, `${id} is too small to measure: not a target.`);
    else if (small !== null) add('baseline.target.tooSmall', id, `${id}: ${small}`);
    if (place?.measurable === false)
      add('baseline.target.notMeasurable', id, `${id}: ${place.code} is never measurable.`);
  }
  for (const { id, role, status } of lesions) {
    if (role === 'new')
      add('baseline.newLesion', id, `${id} is a new lesion at baseline; it is not used.`);
    if (role === 'non-target' && status === 'absent')
      add('baseline.nonTarget.absent', id, `${id} is a non-target but absent at baseline.`);
  }
  if (lesions.length > 0 && baseline.input.noDisease === true)
    add('baseline.noDiseaseContradicted', null, '"No disease" is stated, but lesions are listed.');
  if (
    lesions.length === 0 &&
    baseline.input.noDisease !== true &&
    baseline.input.evaluable !== false
  ) {
    const text = 'No lesion at baseline, and "no disease" is not stated.';
    found.push(finding('baseline.noLesions', 'warning', null, text, source));
  }
  return found;
}
function findings_measurementFindings(lesion, source) {
  const {
    id,
    status,
    longestDiameterMm: longest,
    perpendicularDiameterMm: across,
    shortAxisMm,
  } = lesion;
  const one = (rule, text) => [finding(rule, 'block', id, `${id}: ${text}`, source)];
  if (longest === 0 || (longest != null && across != null)) {
    const contradicts = status && (longest === 0) !== (status === 'absent');
    if (contradicts && !lesion.tooSmallToMeasure && lesion.evaluable !== false)
      return one(
        'measurement.contradiction',
        `${longest} mm and status "${status}" contradict each other; the lesion counts as not evaluable.`
      );
    if ((across ?? 0) > longest)
      return one(
        'measurement.perpendicularLonger',
        `the perpendicular diameter (${across} mm) is longer than the longest (${longest} mm); ${longest === 0 ? 'the lesion counts as gone' : 'the longer one counts as the longest'}.`
      );
    return [];
  }
  if (findings_hasState(lesion)) return [];
  if (longest != null)
    return one(
      'measurement.perpendicularMissing',
      'the perpendicular diameter is missing; the lesion counts as not evaluable.'
    );
  if (across != null || shortAxisMm != null)
    return one(
      'measurement.longestDiameterMissing',
      'the longest diameter is missing; two diameters are needed.'
    );
  return one('measurement.missing', 'neither a measurement nor a state.');
}
function findings_placeFindings({ id, location }) {
  if (!location)
    return [
      finding('location.missing', 'warning', id, `${id} has no location.`, findings_dictionary),
    ];
  if (findLocation(location)) return [];
  const text = `${id}: location "${location}" is not in the list.`;
  return [finding('location.unknown', 'warning', id, text, findings_dictionary)];
}
/** What is wrong with the entries of a visit; `history`: the baseline to this visit. */ function findings_entryFindings(
  visit,
  baseline,
  history,
  { targets, nonTargets, scale, parameters },
  rules
) {
  const { source } = rules;
  const isBaseline = visit === baseline;
  const lookup = splitEntries(history);
  const followed = [...targets, ...nonTargets];
  const lesions = [...visit.lesions.values()];
  const roots = new Map(
    lesions.map(lesion => [lesion.id, lesion.splitFrom ? splitRoot(lesion, lookup) : lesion.id])
  );
  const found = isBaseline
    ? findings_baselineFindings(baseline, rules, parameters.maxTargets, scale)
    : [];
  const block = (rule, lesion, text) => {
    found.push(finding(rule, 'block', lesion, `${lesion} ${text}`, source));
  };
  for (const lesion of lesions) {
    const { id, role, mergedInto } = lesion;
    const root = roots.get(id) ?? null;
    const own = followed.find(one => one.id === root);
    const hasParts = visit.lesions.parts.some(({ splitFrom }) => splitFrom === id);
    if (isBaseline || role === 'new') found.push(...findings_placeFindings(lesion));
    if (mergedInto === id) block('lesion.mergedIntoUnknown', id, 'is merged into itself.');
    else if (mergedInto && !visit.lesions.has(mergedInto))
      block('lesion.mergedIntoUnknown', id, `is merged into "${mergedInto}", which is not listed.`);
    // A new lesion may split as well.
    const parent = lesion.splitFrom ? lookup(lesion.splitFrom) : undefined;
    if (lesion.splitFrom && !own && parent?.role !== 'new')
      block(
        'lesion.splitFromUnknown',
        id,
        `is split from "${lesion.splitFrom}", which the baseline does not have.`
      );
    if (own && targets.includes(own) && !hasParts)
      found.push(...findings_measurementFindings(lesion, source));
    if (
      own &&
      nonTargets.includes(own) &&
      !hasParts &&
      !findings_hasState(lesion) &&
      !lesion.status &&
      anyAxis(lesion) === null
    )
      block('nonTarget.stateMissing', id, 'has no state.');
    if (!isBaseline && role !== 'new' && !lesion.splitFrom && !own)
      block(
        'lesion.notAtBaseline',
        id,
        `is listed as ${role}, but the baseline does not have it; it is not used.`
      );
    const first = own ? baseline.lesions.get(id) : undefined;
    if (first && first.role !== role)
      block('lesion.roleChanged', id, `was ${first.role} at baseline and stays so.`);
  }
  if (isBaseline || visit.input.evaluable === false) return found;
  for (const { id } of rules.expectsLesions(visit) ? followed : []) {
    if (visit.lesions.has(id) || [...roots.values()].includes(id)) continue;
    // Confluent lesions stay so until they are listed apart again.
    const last = history.findLast(({ lesions: listed }) => listed.has(id))?.lesions.get(id);
    if (last?.mergedInto && visit.lesions.has(last.mergedInto)) continue;
    block('lesion.notAssessed', id, 'of the baseline is not listed; it counts as not evaluable.');
  }
  for (const lesion of newLesions_newLesionsOf(visit, history)) {
    if (!lesion.status && anyAxis(lesion) === null && !findings_hasState(lesion))
      block(
        'newLesion.stateMissing',
        lesion.id,
        'is a new lesion without a state; it counts as not evaluable.'
      );
  }
  return found;
}

// ./platform/criteria/src/lymphoma/assessLymphoma.ts

function assessLymphoma_baselineProblem({ visit, states }) {
  if (visit.input.evaluable === false)
    return `the baseline is not evaluable (${visit.input.reason ?? 'OTHER'})`;
  const missing = states.filter(({ complete }) => !complete);
  const names = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
  return missing.length > 0 ? `the baseline has no value for ${names}` : null;
}
function assessLymphoma_baselineOutput(facts, problem, subject, rules) {
  const { measure, scale } = subject;
  const { states, visit } = facts;
  const sum = facts.references.current;
  const known = measure.toOutput(sum.known, scale);
  const value = sum.complete ? known : null;
  const findings = findings_entryFindings(visit, visit, facts.history, subject, rules.entry);
  if (problem !== null)
    findings.push(
      finding(
        'baseline.notEvaluable',
        'block',
        null,
        `Every visit is NE: ${problem}.`,
        rules.source
      )
    );
  const { counted } = facts.references;
  const total = value === null ? 'not known' : `${value} mm²`;
  const text =
    counted === 0
      ? `No target${states.length === 0 ? '' : ' in the sum'}.`
      : `Sum of the products of ${counted} ${counted === 1 ? 'target' : 'targets'}: ${total}.`;
  return {
    id: visit.id,
    date: visit.date,
    burden:
      counted === 0
        ? null
        : {
            value,
            unit: measure.unit,
            ...(value === null
              ? {
                  lowerBound: known,
                }
              : {}),
          },
    lesions: contributions(states, subject),
    trace: [
      {
        rule: 'baseline.sum',
        text,
        numbers:
          counted === 0
            ? {}
            : {
                spdMm2: value,
              },
        source: rules.source,
      },
    ],
    findings,
  };
}
/** A visit whose lesions are not to be used, whatever was recorded of them; what was treated stays treated. */ const unused =
  visit => ({
    ...visit,
    lesions: lesionsOf(
      visit.lesions.list.map(lesion => ({
        ...lesion,
        longestDiameterMm: null,
        perpendicularDiameterMm: null,
        shortAxisMm: null,
        tooSmallToMeasure: null,
        status: null,
        mergedInto: null,
        date: null,
        evaluable: false,
        reason: 'NOT_IMAGED',
      }))
    ),
  });
function dateOf({ visit }, { overall, pdDates, otherDate }, { progression }, rule) {
  const scans = [...visit.lesions.keys()].map(id => scanDate(visit, id));
  const all = scans.length === 0 ? [visit.date, otherDate] : [...scans, otherDate];
  if (rule === 'earliest') return earliest(all);
  const shown = overall === progression && rule !== 'latest' ? earliest(pdDates) : null;
  return shown ?? latest(all) ?? visit.date;
}
function evaluate(facts, base, problem, earlier, subject, rules) {
  const { measure, scale, parameters } = subject;
  const { visit, states, newLesions, nonTarget } = facts;
  const own = rules.rate(facts, base, earlier, subject);
  const why =
    problem ??
    (visit.input.evaluable === false
      ? `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`
      : null);
  const rated =
    why === null
      ? own
      : {
          ...own,
          target: own.target === null ? null : 'NE',
          components: Object.fromEntries(
            Object.entries(own.components).map(([name, code]) => [
              name,
              code !== null && rules.responses.includes(name) ? 'NE' : code,
            ])
          ),
          overall: 'NE',
          trace: [
            {
              rule: 'overall.ne',
              text: `Not evaluable: ${why}.`,
              numbers: {},
              source: rules.source,
            },
          ],
        };
  const date = dateOf(facts, rated, rules.vocabulary, parameters.visitDateRule);
  const burden =
    facts.references.counted === 0 ? null : burdenOutput(facts.references, measure, scale);
  const unreferenced = {
    nadir: null,
    changeFromBaselinePct: null,
    changeFromNadirPct: null,
    changeFromNadir: null,
  };
  const unread =
    visit.input.evaluable === false ||
    !rules.entry.expectsLesions(visit) ||
    newLesions.state === 'NE';
  const findings = [
    ...findings_entryFindings(visit, base.visit, facts.history, subject, rules.entry),
    ...own.findings,
  ];
  return {
    facts,
    rated,
    output: {
      id: visit.id,
      date,
      burden:
        burden && problem !== null
          ? {
              ...burden,
              ...unreferenced,
            }
          : burden,
      lesions: contributions(states, subject),
      target: rated.target,
      nonTarget:
        nonTarget.category === 'NA'
          ? null
          : nonTarget.category === 'LARGER'
            ? 'NON-CR/NON-PD'
            : nonTarget.category,
      newLesions: unread ? null : newLesions.state === 'YES',
      components: {
        ...rated.components,
      },
      overall: rated.overall,
      revised: null,
      trace: [...rated.trace],
      findings,
    },
  };
}
/** One subject under one lymphoma criterion, visit by visit; no visit's `overall` depends on a later one. */ function assessLymphoma(
  input,
  parameters,
  rules
) {
  checkDates(input, parameters);
  const measure = rules.measure(parameters);
  const constants = Object.values(parameters).filter(value => typeof value === 'number');
  const course = readSubject(input, measure, [
    ...constants,
    ...input.timepoints.flatMap(rules.numbers),
  ]);
  const subject = {
    ...course,
    measure,
    parameters,
    input,
  };
  const evaluated = [];
  const timepoints = [];
  if (course.baseline) {
    const base = readFacts(course.baseline, [], subject, rules);
    const problem = assessLymphoma_baselineProblem(base);
    timepoints.push(assessLymphoma_baselineOutput(base, problem, subject, rules));
    for (const recorded of course.visits) {
      const visit = rules.entry.expectsLesions(recorded) ? recorded : unused(recorded);
      const past = [base, ...evaluated.map(({ facts }) => facts)];
      const facts = readFacts(visit, past, subject, rules);
      evaluated.push(evaluate(facts, base, problem, evaluated, subject, rules));
    }
    const revisions = new Map([
      ...(parameters.equivocalBackdate
        ? equivocalRevisions(
            evaluated.map(({ facts, rated }) => ({
              visit: facts.visit,
              overall: rated.overall,
              perLesion: facts.newLesions.perLesion,
            })),
            rules.vocabulary.progression
          )
        : []),
      ...(rules.revise?.(evaluated, parameters) ?? []),
    ]);
    for (const { output } of evaluated)
      timepoints.push(revisedBy(output, revisions.get(output.id)));
  }
  return {
    criterion: rules.id,
    parameters: {
      ...parameters,
    },
    timepoints,
    bestOverallResponse: bestResponseOf(
      timepoints.slice(1),
      input,
      parameters,
      course.baseline,
      rules.vocabulary
    ),
  };
}

// ./platform/criteria/src/lymphoma/marrow.ts

/** One of these words, or left out. */ const choice = (values, description) =>
  Type.Optional(
    Type.Unsafe(
      Type.Union([...values.map(value => Type.Literal(value)), Type.Null()], {
        description,
      })
    )
  );
/** Marrow of one timepoint; not given: not repeated. */ const marrowInputs = {
  marrow: choice(
    ['negative', 'positive', 'indeterminate'],
    'Bone marrow by morphology; leave out where it was not examined.'
  ),
  marrowIhc: choice(
    ['negative', 'positive'],
    'Immunohistochemistry of a marrow that is indeterminate by morphology.'
  ),
};
/** What a visit's marrow is: immunohistochemistry decides an indeterminate one; null where it was not examined. */ function marrowOf({
  input,
}) {
  const { marrow, marrowIhc } = input;
  return marrow === 'indeterminate' ? (marrowIhc ?? 'indeterminate') : (marrow ?? null);
}
/** `history` starts with the baseline. */ function rateMarrow(history, source) {
  const marrows = history.map(marrowOf);
  const now = marrows.at(-1);
  const involvedAtBaseline = marrows[0] === 'positive';
  const known = marrows.slice(0, -1).filter(one => one === 'negative' || one === 'positive');
  const result = (state, rule, text, findings = []) => ({
    state,
    involvedAtBaseline,
    trace: [
      {
        rule,
        text,
        numbers: {},
        source,
      },
    ],
    findings,
  });
  if (now === 'positive') {
    if (known.includes('negative'))
      return result('NEW', 'marrow.new', 'The marrow is involved after a negative one.');
    if (known.length === 0) {
      const text =
        'The marrow is involved, but was not examined before: new or old cannot be told.';
      const note = finding('marrow.baselineMissing', 'warning', null, text, source);
      return result('UNPROVEN', 'marrow.unproven', text, [note]);
    }
    return result('INVOLVED', 'marrow.involved', 'The marrow is involved as before.');
  }
  if (now === 'indeterminate') {
    const text = 'The marrow is indeterminate and immunohistochemistry is missing.';
    const note = finding('marrow.ihcMissing', 'warning', null, text, source);
    return result('UNPROVEN', 'marrow.indeterminate', text, [note]);
  }
  if (!now && known.at(-1) === 'positive')
    return result(
      'UNPROVEN',
      'marrow.notRepeated',
      'The marrow was involved and was not examined again.'
    );
  const text = now === 'negative' ? 'The marrow is negative.' : 'No involved marrow is known.';
  return result('CLEAR', 'marrow.clear', text);
}

// ./platform/criteria/src/lymphoma/sizeGrid.ts
const NN = 'NON-CR/NON-PD';
/** CT alone, no new lesion: rows are the measured disease, columns the disease that is not measured. */ const sizeGrid =
  {
    CR: {
      CR: 'CR',
      [NN]: 'PR',
      PD: 'PD',
      NE: 'PR',
      NA: 'CR',
    },
    PR: {
      CR: 'PR',
      [NN]: 'PR',
      PD: 'PD',
      NE: 'PR',
      NA: 'PR',
    },
    SD: {
      CR: 'SD',
      [NN]: 'SD',
      PD: 'PD',
      NE: 'SD',
      NA: 'SD',
    },
    PD: {
      CR: 'PD',
      [NN]: 'PD',
      PD: 'PD',
      NE: 'PD',
      NA: 'PD',
    },
    NE: {
      CR: 'NE',
      [NN]: 'NE',
      PD: 'PD',
      NE: 'NE',
      NA: 'NE',
    },
    NA: {
      CR: 'CR',
      [NN]: 'SD',
      PD: 'PD',
      NE: 'NE',
      NA: 'NED',
    },
  };

// ./platform/criteria/src/cheson2007/grid.ts
/** FDG-avid disease: rows are what the sizes say, columns the PET. PD with a negative PET is flagged. */ const avidGrid =
  {
    CR: {
      NEG: 'CR',
      POS: 'PR',
      NE: 'NE',
    },
    PR: {
      NEG: 'CR',
      POS: 'PR',
      NE: 'PR',
    },
    SD: {
      NEG: 'CR',
      POS: 'SD',
      NE: 'SD',
    },
    PD: {
      NEG: 'SD',
      POS: 'PD',
      NE: 'PD',
    },
    NE: {
      NEG: 'NE',
      POS: 'NE',
      NE: 'NE',
    },
    NED: {
      NEG: 'NED',
      POS: 'NED',
      NE: 'NED',
    },
  };
const grid_source = 'Cheson 2007 Table 2';
const sizes = ['CR', 'PR', 'SD', 'PD', 'NE', null];
const chesonTables = [
  ...[false, true].map(newLesions => ({
    title: newLesions ? 'FDG-avid, with a new lesion' : 'FDG-avid, without new lesions',
    source: grid_source,
    axes: [
      {
        component: 'target',
        label: 'Sizes',
        values: sizes,
      },
      {
        component: 'pet',
        label: 'PET',
        values: ['NEG', 'POS', 'NE', null],
      },
    ],
    fixed: {
      petClass: 'avid',
      newLesions,
    },
  })),
  {
    title: 'Variably avid: CT alone',
    source: grid_source,
    axes: [
      {
        component: 'target',
        label: 'Sizes',
        values: sizes,
      },
      {
        component: 'newLesions',
        label: 'New lesion',
        values: [false, true],
      },
    ],
    fixed: {
      petClass: 'variable',
    },
  },
  {
    title: 'FDG-avid with the marrow positive now',
    source: grid_source,
    axes: [
      {
        component: 'target',
        label: 'Sizes',
        values: sizes,
      },
      {
        component: 'marrow',
        label: 'Marrow',
        values: ['INVOLVED', 'NEW'],
      },
    ],
    fixed: {
      petClass: 'avid',
      pet: 'NEG',
      newLesions: false,
    },
  },
];

// ./platform/criteria/src/cheson2007/combine.ts

/** Overall response from sizes, PET and marrow. */ function overallOf(
  { size, diseaseFree, measured, pet, petClass, marrow, tooSmallForPet },
  { avidPdNeedsPet }
) {
  if (marrow === 'NEW') return 'PD';
  const stands = size === 'PD' && (diseaseFree || tooSmallForPet || !avidPdNeedsPet);
  const value = petClass === 'variable' || stands ? size : avidGrid[size][pet ?? 'NE'];
  if (value === 'CR' && marrow === 'UNPROVEN' && !measured) return 'NE';
  const capped = value === 'CR' && marrow !== 'CLEAR' ? 'PR' : value;
  return capped === 'PR' && !measured ? 'SD' : capped;
}
const Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const ComponentsSchema = Type.Object({
  target: Code,
  nonTarget: Code,
  pet: Code,
  petClass: Code,
  marrow: Code,
  tooSmallForPet: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
  newLesions: Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Null()])),
});
function pick(given, known, component) {
  if (given === null || given === undefined || given === 'NA') return null;
  const found = known.find(code => code === given);
  if (found !== undefined) return found;
  const message = `"${given}" is not known to cheson-2007 here (known: ${known.join(', ')}, null)`;
  throw new CriterionError('CL_RESPONSE_UNKNOWN', `/components/${component}`, message);
}
/**
 * The combination tables alone. `target` is what the measured sizes say, null: none at baseline; without `petClass` the
 * CT decides alone; `pet` null: not done.
 */ function combineCheson(components) {
  const given = components;
  const target = pick(given.target, ['CR', 'PR', 'SD', 'PD', 'NE'], 'target');
  const nonTarget = pick(
    given.nonTarget === 'NN' ? 'NON-CR/NON-PD' : given.nonTarget,
    ['CR', 'NON-CR/NON-PD', 'PD', 'NE'],
    'nonTarget'
  );
  const newLesions =
    typeof given.newLesions === 'string'
      ? pick(given.newLesions, ['NO', 'YES', 'EQUIVOCAL', 'NE'], 'newLesions')
      : given.newLesions === true
        ? 'YES'
        : null;
  const size = newLesions === 'YES' ? 'PD' : sizeGrid[target ?? 'NA'][nonTarget ?? 'NA'];
  const states = ['CLEAR', 'INVOLVED', 'UNPROVEN', 'NEW'];
  const overall = overallOf(
    {
      size,
      diseaseFree: target === null && nonTarget === null,
      measured: target !== null,
      pet: pick(given.pet, ['NEG', 'POS', 'NE'], 'pet'),
      petClass: pick(given.petClass, ['avid', 'variable'], 'petClass') ?? 'variable',
      marrow: pick(given.marrow, states, 'marrow') ?? 'CLEAR',
      tooSmallForPet: given.tooSmallForPet === true,
    },
    {
      avidPdNeedsPet: true,
    }
  );
  // Without measured disease there is no partial response.
  const less = target === null ? 'SD' : 'PR';
  return overall === 'CR' && newLesions === 'NE' ? less : overall;
}

// ./platform/criteria/src/cheson2007/inputs.ts

const ChesonSubjectSchema = Type.Object({
  petClass: choice(
    ['avid', 'variable'],
    'avid: a lymphoma that is FDG-avid as a rule, or was PET-positive before therapy; variable: any other, or PET-negative before therapy.'
  ),
});
const pet = choice(
  ['NEG', 'POS', 'NE'],
  'FDG-PET by visual assessment; leave out where it was not done.'
);
const ChesonTimepointSchema = Type.Object({
  pet,
  liver: choice(['normal', 'enlarged', 'larger'], 'Liver; larger: grown since baseline.'),
  spleen: choice(['normal', 'enlarged', 'larger'], 'Spleen; larger: grown since baseline.'),
  ...marrowInputs,
});
const ChesonLesionSchema = Type.Object({
  pet,
  larger: Type.Optional(
    Type.Union([Type.Boolean(), Type.Null()], {
      description: 'Non-target only: larger than at baseline without being clearly worse.',
    })
  ),
});
const chesonOf = ({ input }) => input;
const petClassOf = input => input.petClass ?? null;
/** PET of a visit: its own, else positive if one site is, negative if all are; null when nothing is said. */ function petOf(
  visit
) {
  if (visit.input.evaluable === false) return 'NE';
  const own = chesonOf(visit).pet ?? null;
  if (own !== null) return own;
  const sites = [...visit.lesions.values()].map(lesion => lesion.pet ?? null);
  if (sites.includes('POS')) return 'POS';
  if (sites.every(site => site === null)) return null;
  return sites.every(site => site === 'NEG') ? 'NEG' : 'NE';
}

// ./platform/criteria/src/lymphoma/parameters.ts

/** What every lymphoma criterion takes: oncology-criteria sections 0.2 to 0.4 and 16.1. */ const lymphomaParameters =
  {
    ...Type.Pick(CourseSchema, [
      'measurementPrecisionMm',
      'tstmDefaultMm',
      'localTreatment',
      'nadirFromPartial',
      'equivocalBackdate',
      'newLesionNe',
      'visitDateRule',
    ]).properties,
    ...bestResponseParameters,
    minStableDays: days(
      0,
      'Least days from the reference date until stable disease counts as best response.'
    ),
    maxTargets: Type.Integer({
      minimum: 1,
      default: 6,
      description: 'Largest number of targets in total.',
    }),
  };

// ./platform/criteria/src/cheson2007/parameters.ts

/** The first value of each choice is the default. Texts: oncology-criteria section 7. */ const ParametersSchema =
  Type.Object(
    {
      ...lymphomaParameters,
      partialBounds: courseParameters.partialBounds,
      normalNodesBeatPd: courseParameters.normalNodesBeatPd,
      marrowMissing: oneOf(
        ['capPr', 'ignore'],
        'Marrow involved at baseline and not examined again: at most a partial response, or no matter.'
      ),
      avidPdNeedsPet: flag(
        true,
        'Whether progression by size of FDG-avid disease needs a positive PET.'
      ),
      smallNodeGrowth: oneOf(
        ['longest', 'product'],
        'What grows by 50 % in a node up to 10 mm across: its longest diameter or its product (the paper does not say).'
      ),
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/cheson2007/growth.ts

const growth_source = 'Cheson 2007 Table 2';
/** A node counts as abnormal by its longest diameter if it was over 15 mm at baseline. */ const byLongest =
  (first, scale) => first !== null && first.ldi > scale.of(15);
/** Up to 15 mm; a node that was not over 15 mm at baseline (`first`), or of no known size, also up to 10 mm across. */ const isNormalNode =
  ({ ldi, sdi }, scale, first) =>
    ldi <= scale.of(15) && (sdi <= scale.of(10) || byLongest(first, scale));
/** Gone, or a node back to normal. */ const isNormal = (
  { reading: { size, node }, first },
  scale
) => size.ppd === 0n || (node && isNormalNode(size, scale, first));
/** Whether a lesion grew by itself with this longest diameter, `ldi` / `parts` units, and as it is across. */ function hasGrown(
  size,
  nadir,
  { smallNodeGrowth },
  scale,
  ldi,
  parts
) {
  const longer = increasedBy(ldi, parts * nadir.ldi, 50n);
  if (nadir.sdi > scale.of(10)) return longer;
  const up =
    smallNodeGrowth === 'longest' ? longer : increasedBy(ldi * size.sdi, parts * nadir.ppd, 50n);
  const fifteen = parts * scale.of(15);
  return up && (ldi > fifteen || (ldi >= fifteen && size.sdi >= scale.of(15)));
}
/** The trace of a lesion that grew by itself, without its margin; null if it did not. */ function growthOf(
  { reading: { id, size }, nadir },
  parameters,
  scale
) {
  if (nadir === null || !hasGrown(size, nadir, parameters, scale, size.ldi, 1n)) return null;
  const numbers = {
    longestMm: scale.toMm(size.ldi),
    acrossMm: scale.toMm(size.sdi),
    nadirLongestMm: scale.toMm(nadir.ldi),
    nadirAcrossMm: scale.toMm(nadir.sdi),
  };
  const now = `${numbers.longestMm} x ${numbers.acrossMm} mm`;
  const isSmall = nadir.sdi <= scale.of(10);
  return {
    rule: isSmall ? 'size.pd.smallNode' : 'size.pd.longest',
    text:
      nadir.ppd === 0n
        ? `${id} had gone and is back: ${now}.`
        : `${id}: ${now} against its nadir of ${numbers.nadirLongestMm} x ${numbers.nadirAcrossMm} mm.`,
    numbers,
    threshold: isSmall
      ? 'at least 50 % up, and 15 x 15 mm or over 15 mm'
      : 'longest diameter at least 50 % over its nadir',
    source: growth_source,
  };
}
/** Where the longest diameter alone makes it growth, or no growth any more; null for a lesion that is gone. */ function growthEdge(
  { reading, nadir },
  parameters,
  scale
) {
  const { id, size } = reading;
  if (nadir === null || size.ppd === 0n) return null;
  const at = (numerator, denominator = 1n) => ({
    numerator,
    denominator,
  });
  const edges = [at(scale.of(15)), at(3n * nadir.ldi, 2n), at(3n * nadir.ppd, 2n * size.sdi)];
  const edge = nearestEdge(size.ldi, edges, (ldi, parts) =>
    hasGrown(size, nadir, parameters, scale, ldi, parts) ? 'PD' : 'none'
  );
  const reference = nadir.ldi > 0n ? nadir.ldi : scale.of(15);
  return (
    edge && {
      ...edge,
      current: size.ldi,
      unit: 'mm',
      one: scale.one,
      reference,
      lesion: id,
    }
  );
}
/** Where a lesion that has not grown by itself would have. */ function toProgression(
  lesion,
  parameters,
  scale
) {
  const edge = growthEdge(lesion, parameters, scale);
  return edge === null ? [] : [edge];
}
/** Where a lesion that grew by itself would not have. */ function backTo(
  lesion,
  otherwise,
  parameters,
  scale
) {
  return toProgression(lesion, parameters, scale).map(edge => ({
    ...edge,
    category: otherwise,
  }));
}
/**
 * Where a node stops, or starts, to be of normal size by one of its diameters, and the size
 * that it would have on the other side. None for what is no node or is gone.
 */ function normalEdges({ reading: { id, node, size }, first }, scale) {
  if (!node || size.ppd === 0n) return [];
  const { ldi, sdi } = size;
  const edge = (current, mm, at) => {
    const limit = scale.of(mm);
    const beyond = at(current <= limit ? limit + 1n : limit);
    return {
      limit: {
        id,
        size: current,
        limit,
      },
      size: {
        ...beyond,
        ppd: beyond.ldi * beyond.sdi,
      },
    };
  };
  const longest = edge(ldi, 15, value => ({
    ldi: value,
    sdi,
  }));
  return byLongest(first, scale)
    ? [longest]
    : [
        longest,
        edge(sdi, 10, value => ({
          ldi,
          sdi: value,
        })),
      ];
}

// ./platform/criteria/src/cheson2007/size.ts

const size_source = 'Cheson 2007 Table 2';
/** A nodule of the liver or the spleen has a sum of its own. */ function isNodule({
  location,
  node,
}) {
  const organ = findLocation(location)?.organ;
  return node !== true && (organ === 'LIVER' || organ === 'SPLEEN');
}
/** One sum of products with its own references. */ function rateGroup(
  name,
  facts,
  start,
  earlier,
  { parameters, scale }
) {
  const isNodules = name === 'nodules';
  const all = start.visit.lesions.list.filter(isNodule).map(({ id }) => id);
  const member = id => all.includes(id) === isNodules;
  const past = [start, ...earlier];
  const only = states => states.filter(({ id }) => member(id));
  const states = only(facts.states);
  const {
    current,
    baseline: base,
    nadir,
    counted,
  } = references(
    states,
    past.map(one => only(one.states)),
    parameters.nadirFromPartial
  );
  const before = past.map(one => one.readings);
  const lesions = [...facts.readings.values()]
    .filter(({ target }) => member(target))
    .map(reading => ({
      reading,
      first: start.readings.get(reading.target)?.size ?? null,
      nadir:
        isNodules || reading.joint.length > 0
          ? null
          : smallest(earlierSizes(reading.id, before), 'atPpdNadir'),
    }));
  const spdMm2 = scale.toMm2(current.known);
  const compared = {
    baselineMm2: scale.toMm2(base),
    nadirMm2: scale.toMm2(nadir),
  };
  const numbers = current.complete
    ? {
        spdMm2,
        ...compared,
        changeFromBaselinePct: percentChange(current.known, base),
        changeFromNadirPct: percentChange(current.known, nadir),
      }
    : {
        spdLowerBoundMm2: spdMm2,
        ...compared,
      };
  const what = name === 'nodes' ? 'nodes and masses' : 'nodules of liver and spleen';
  const atLeast = current.complete ? '' : 'at least ';
  const by = `SPD of ${what} ${atLeast}${spdMm2} mm² (baseline ${compared.baselineMm2}, nadir ${compared.nadirMm2} mm²)`;
  const result = (category, rule, text, decided = {}, grown = [], extra = []) => ({
    name,
    category,
    grown,
    trace: [
      {
        rule: `${name}.${rule}`,
        text,
        numbers,
        ...decided,
        source: size_source,
      },
      ...extra,
    ],
  });
  const [state, ...further] = states;
  if (!state)
    return {
      name,
      category: 'NA',
      grown: [],
      trace: [],
    };
  if (counted === 0) {
    const text = `Every one of the ${what} was treated.`;
    return {
      name,
      category: 'NE',
      grown: [],
      trace: [
        {
          rule: `${name}.ne`,
          text,
          numbers: {},
          source: size_source,
        },
      ],
    };
  }
  const missing = states.filter(({ complete }) => !complete);
  const sized = ['measured', 'tooSmallToMeasure', 'absent', 'split'];
  const [nodule, ...others] = lesions;
  const single =
    isNodules && further.length === 0 && others.length === 0 && nodule?.first
      ? {
          now: nodule.reading,
          first: nodule.first,
        }
      : null;
  // A single node goes by its longest diameter; fallen apart it has none, and its parts go by their sum.
  const counts = isNodules || further.length > 0 || state.status === 'split';
  const allSized = states.every(({ complete, status }) => complete && sized.includes(status));
  const bounded = missing.length === 0 || parameters.partialBounds === 'pdOnly';
  const decide = (each, known) => {
    const gone = allSized && each.every(one => isNormal(one, scale));
    const up = isNodules ? 2n * known > 3n * nadir : increasedBy(known, nadir, 50n);
    const sumUp = counts && up && bounded;
    const alone = each.flatMap(lesion => {
      const trace = growthOf(lesion, parameters, scale);
      return trace === null
        ? []
        : [
            {
              lesion,
              trace,
            },
          ];
    });
    const partial = single
      ? decreasedBy(single.now.size.ldi, single.first.ldi, 50n)
      : decreasedBy(known, base, 50n);
    const category = () => {
      if (gone && parameters.normalNodesBeatPd) return 'CR';
      if (sumUp || alone.length > 0) return 'PD';
      if (missing.length > 0) return 'NE';
      return gone ? 'CR' : partial ? 'PR' : 'SD';
    };
    return {
      category: category(),
      gone,
      sumUp,
      alone,
    };
  };
  const { category, gone, sumUp, alone } = decide(lesions, current.known);
  const area = scale.one * scale.one;
  const sumTo = (beyond, numerator, reference) => ({
    category: beyond,
    current: current.known,
    numerator,
    denominator: 2n,
    unit: 'mm2',
    one: area,
    reference,
  });
  // A node that would no longer be normal, or that alone is not: what it would be is decided with that size.
  const atLimit = lesions.flatMap(lesion =>
    normalEdges(lesion, scale).flatMap(({ limit, size }) => {
      const each = lesions.map(one =>
        one === lesion
          ? {
              ...one,
              reading: {
                ...one.reading,
                size,
              },
            }
          : one
      );
      const known = current.known - lesion.reading.size.ppd + size.ppd;
      const beyond = decide(each, known).category;
      return beyond !== 'CR' && category !== 'CR' ? [] : [sizeCrossing(limit, beyond, scale)];
    })
  );
  const growing = lesions.flatMap(one => toProgression(one, parameters, scale));
  const sumToPd = counts && bounded ? [sumTo('PD', 3n * nadir, nadir)] : [];
  if (category === 'CR')
    return result('CR', 'cr', `${by}: all gone or of normal size.`, {
      ...(atLimit.length > 0
        ? {
            threshold: 'nodes up to 15 mm, those up to 15 mm at baseline also up to 10 mm across',
            margin: nearestMargin(atLimit),
          }
        : {}),
    });
  if (category === 'PD') {
    const strict = isNodules ? 'more than' : 'at least';
    const grown = alone.length > 0 ? alone.map(({ lesion }) => lesion) : lesions;
    const ids = alone.map(({ lesion: { reading } }) => reading.id).join(', ');
    const sumText = sumUp ? `${strict} 50 % over the nadir` : `not decisive, ${ids} grew`;
    const otherwise = () => {
      if (missing.length > 0) return 'NE';
      if (gone) return 'CR';
      const isResponse = sumUp
        ? base > 0n && 3n * nadir <= base
        : decreasedBy(current.known, base, 50n);
      return isResponse ? 'PR' : 'SD';
    };
    // What must all be crossed: the sum, and each lesion that grew by itself.
    const back = [
      ...(sumUp ? [sumTo(otherwise(), 3n * nadir, nadir)] : []),
      ...alone.flatMap(({ lesion }) => backTo(lesion, otherwise(), parameters, scale)),
    ];
    const [first, ...rest] = back;
    const last = first ? farthestCrossing([first, ...rest]) : null;
    const margin = nearestMargin([...atLimit, ...(last ? [last] : [])]);
    return result(
      'PD',
      !sumUp ? 'pd.lesion' : missing.length > 0 ? 'pd.partial' : 'pd',
      `${by}: ${sumText}.`, // Each lesion that grew has a trace of its own with what decided.
      sumUp
        ? {
            threshold: `SPD ${strict} 50 % over the nadir`,
            margin,
          }
        : {},
      grown.map(({ reading }) => reading),
      alone.map(({ trace }) => ({
        ...trace,
        margin,
      }))
    );
  }
  if (category === 'NE') {
    const names = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    const toPd = lesions.length > 0 ? [...sumToPd, ...growing] : [];
    return result(
      'NE',
      'ne',
      `Not evaluable: ${names}.`,
      toPd.length > 0
        ? {
            threshold: 'no progression by what was read',
            margin: nearestMargin(toPd),
          }
        : {}
    );
  }
  const threshold = single
    ? 'greatest diameter of a single nodule at least 50 % below the baseline'
    : 'SPD at least 50 % below the baseline';
  const other = category === 'PR' ? 'SD' : 'PR';
  const response = single
    ? [
        {
          ...sumTo(other, single.first.ldi, single.first.ldi),
          current: single.now.size.ldi,
          unit: 'mm',
          one: scale.one,
          lesion: single.now.id,
        },
      ]
    : base > 0n
      ? [sumTo(other, base, base)]
      : [];
  const decided = {
    threshold,
    margin: nearestMargin([...response, ...sumToPd, ...growing, ...atLimit]),
  };
  const longest = ({ ldi }) => scale.toMm(ldi);
  const read = single
    ? `${single.now.id}, greatest diameter ${longest(single.now.size)} mm (baseline ${longest(single.first)} mm); ${by}`
    : by;
  return category === 'PR'
    ? result('PR', 'pr', `${read}: at least half gone.`, decided)
    : result('SD', 'sd', `${read}: neither half gone nor half more.`, decided);
}
const size_worstFirst = ['PD', 'NE', 'SD', 'PR', 'CR'];
/** What the measured sizes say: nodes and masses, and the nodules of liver and spleen, the worse of the two. */ function rateSizes(
  facts,
  base,
  earlier,
  subject
) {
  const nodes = rateGroup('nodes', facts, base, earlier, subject);
  const nodules = rateGroup('nodules', facts, base, earlier, subject);
  const categories = [nodes.category, nodules.category];
  const isSmall = ({ size }) => size.ldi < subject.scale.of(15);
  return {
    category: size_worstFirst.find(one => categories.includes(one)) ?? 'NA',
    nodules: nodules.category,
    grown: [...nodes.grown, ...nodules.grown],
    tooSmallForPet: [nodes, nodules].some(({ grown }) => grown.length > 0 && grown.every(isSmall)),
    trace: [...nodes.trace, ...nodules.trace],
  };
}

// ./platform/criteria/src/cheson2007/cheson2007.ts

const id = 'cheson-2007';
const cheson2007_source = 'Cheson 2007 Table 2';
function rate(facts, base, earlier, subject) {
  const { parameters } = subject;
  const { visit, history, nonTarget, newLesions } = facts;
  const findings = [];
  const note = (rule, severity, text) => {
    findings.push(finding(rule, severity, null, text, cheson2007_source));
  };
  const sizes = rateSizes(facts, base, earlier, subject);
  const marrow = rateMarrow(history, cheson2007_source);
  findings.push(...marrow.findings);
  const given = chesonOf(visit);
  const before = chesonOf(base.visit);
  const enlarged = [before.liver, before.spleen].some(size => size && size !== 'normal');
  const organs = enlarged || marrow.involvedAtBaseline;
  const rest = nonTarget.category === 'LARGER' ? 'NON-CR/NON-PD' : nonTarget.category;
  const cell = sizeGrid[sizes.category][organs && rest === 'NA' ? 'CR' : rest];
  const yes = [...newLesions.perLesion].filter(([, state]) => state === 'YES').map(([one]) => one);
  const size = yes.length > 0 ? 'PD' : cell;
  const pet = petOf(visit);
  const petClass = petClassOf(subject.input);
  if (petClass === null)
    note(
      'petClass.missing',
      'warning',
      'Whether the lymphoma is FDG-avid is not stated: CT decides alone.'
    );
  if (petClass === 'avid' && pet === null)
    note('pet.missing', 'warning', 'FDG-avid disease without a PET: as one that is not evaluable.');
  const marrowState =
    parameters.marrowMissing === 'ignore' && marrow.trace[0].rule === 'marrow.notRepeated'
      ? 'CLEAR'
      : marrow.state;
  const bare = sizes.category === 'NA';
  const diseaseFree = bare && rest === 'NA' && !organs;
  const combined = overallOf(
    {
      size,
      diseaseFree,
      measured: !bare,
      pet,
      petClass: petClass ?? 'variable',
      marrow: marrowState,
      tooSmallForPet: sizes.tooSmallForPet,
    },
    parameters
  );
  if (size === 'PD' && combined !== 'PD')
    note(
      'pet.pdNegative',
      'warning',
      'Progression on CT with a negative PET: not taken as progression (avidPdNeedsPet).'
    );
  const unstated = ['liver', 'spleen'].filter(
    organ => before[organ] && before[organ] !== 'normal' && !given[organ]
  );
  const blocks = [
    ...(sizes.nodules === 'CR' || sizes.nodules === 'NA'
      ? []
      : ['nodules of liver or spleen are left']),
    ...['liver', 'spleen'].flatMap(organ => {
      const size = given[organ] ?? 'normal';
      return size === 'normal' ? [] : [`the ${organ} is ${size}`];
    }),
    ...unstated.map(organ => `the ${organ} was enlarged and is not stated`),
    ...(newLesions.state === 'NE' && parameters.newLesionNe === 'noCr'
      ? ['new lesions could not be judged']
      : []),
  ];
  const larger = [
    ...(nonTarget.category === 'LARGER' ? ['disease that is not measured is larger'] : []),
    ...(given.liver === 'larger' ? ['the liver is larger'] : []),
    ...(given.spleen === 'larger' ? ['the spleen is larger'] : []),
    ...(sizes.nodules === 'SD' ? ['the nodules are not half gone'] : []),
  ];
  const complete = combined === 'CR' && blocks.length > 0;
  // Of disease in liver or spleen alone nothing is known where it is not stated.
  const less = unstated.length > 0 ? 'NE' : 'SD';
  const capped = complete ? (bare ? less : 'PR') : combined;
  const overall = capped === 'PR' && larger.length > 0 ? 'SD' : capped;
  const why =
    overall === combined
      ? ''
      : `, lowered to ${overall}: ${[
          ...new Set([...(complete ? blocks : []), ...(overall === 'SD' ? larger : [])]),
        ].join(', ')}`;
  const nonTargetDates =
    nonTarget.worse.length > 0 ? nonTarget.worse.map(one => scanDate(visit, one)) : [visit.date];
  return {
    target: sizes.category === 'NA' ? null : sizes.category,
    components: {
      size,
      pet,
      petClass,
      marrow: marrow.state,
    },
    overall,
    trace: [
      ...sizes.trace,
      ...nonTarget.trace,
      ...newLesions.trace,
      ...marrow.trace,
      {
        rule: overall === combined ? 'overall.grid' : 'overall.notMet',
        text: `Sizes ${size}, PET ${pet ?? 'not done'} (${petClass ?? 'class not stated'}), marrow ${marrow.state}: ${combined}${why}.`,
        numbers: {},
        source: cheson2007_source,
      },
    ],
    findings,
    pdDates: [
      ...sizes.grown.map(one => one.scanDate ?? visit.date),
      ...yes.map(one => scanDate(visit, one)),
      ...(nonTarget.category === 'PD' ? nonTargetDates : []),
      ...(marrow.state === 'NEW' ? [visit.date] : []),
    ],
    otherDate: null,
  };
}
const rules = {
  id,
  source: cheson2007_source,
  vocabulary: recistVocabulary,
  responses: ['size'],
  isNormal: isNormalNode,
  newLesionLimits: {
    nodeMm: 15,
    extranodalMm: 15,
    smallIfUnequivocal: false,
    threshold: 'over 15 mm in any axis',
    source: cheson2007_source,
  },
  numbers: () => [],
  inBurden: lesion => !isNodule(lesion),
  entry: {
    source: cheson2007_source,
    expectsLesions: () => true,
    tooSmall: (lesion, node) => {
      const { longestDiameterMm: longest, perpendicularDiameterMm: across } = lesion;
      if (!node || longest == null || across == null) return null;
      return longest > 15 || (longest >= 11 && across > 10)
        ? null
        : `a node of ${longest} x ${across} mm is not abnormal (over 15 mm, or 11 to 15 mm and over 10 mm across).`;
    },
  },
  measure: ({ tstmDefaultMm }) => lymphomaProducts(tstmDefaultMm, rules.isNormal),
  rate: (facts, base, earlier, subject) =>
    rate(
      facts,
      base,
      earlier.map(one => one.facts),
      subject
    ),
};
const cheson2007 = {
  id,
  name: 'Cheson 2007',
  source: 'Cheson BD et al. J Clin Oncol 2007;25:579-586',
  parameters: Type.Partial(ParametersSchema),
  inputs: {
    subject: ChesonSubjectSchema,
    timepoint: ChesonTimepointSchema,
    lesion: ChesonLesionSchema,
  },
  components: ComponentsSchema,
  tables: chesonTables,
  readerResponses: ['CR', 'PR', 'SD', 'NED', 'PD', 'NE'],
  assess: input =>
    assessLymphoma(input, parametersOf(id, ParametersSchema, input.parameters), rules),
  combine: combineCheson,
};

// ./platform/criteria/src/course/productFindings.ts

function measured(lesion, isParent, source) {
  const { id } = lesion;
  const say = (rule, text) => [finding(rule, 'block', id, text, source)];
  const longest = lesion.longestDiameterMm ?? null;
  const perpendicular = lesion.perpendicularDiameterMm ?? null;
  const hasState =
    lesion.evaluable === false ||
    lesion.tooSmallToMeasure === true ||
    lesion.status === 'absent' ||
    Boolean(lesion.mergedInto);
  if (longest && lesion.status === 'absent')
    return say(
      'measurement.contradiction',
      `${id}: ${longest} mm, yet absent; it counts as not evaluable.`
    );
  if (hasState || isParent || longest === 0) return [];
  if (longest === null && perpendicular === null)
    return say('measurement.missing', `${id} has neither a measurement nor a state.`);
  if (longest === null)
    return say('measurement.longestDiameterMissing', `${id}: the longest diameter is missing.`);
  return perpendicular === null
    ? say(
        'measurement.perpendicularMissing',
        `${id}: the product needs the perpendicular diameter, which is missing.`
      )
    : [];
}
/** What is wrong with the lesions of one visit where a criterion takes products of diameters. */ function productFindings(
  visit,
  subject,
  source
) {
  const { targets, nonTargets } = subject;
  const targetIds = new Set(targets.map(({ id }) => id));
  const lesions = visit.lesions.list;
  const found = lesions.flatMap(lesion => {
    const isParent = lesions.some(({ splitFrom }) => splitFrom === lesion.id);
    const { id, role, splitFrom } = lesion;
    if (targetIds.has(id) || (splitFrom && targetIds.has(splitFrom)))
      return measured(lesion, isParent, source);
    const followed = nonTargets.some(one => one.id === id);
    if (role !== 'new' && !followed && !splitFrom) {
      const text = `${id} is ${role} but not in the baseline; it is not used.`;
      return [finding('lesion.notAtBaseline', 'block', id, text, source)];
    }
    return [];
  });
  return found;
}

// ./platform/criteria/src/course/overallGrid.ts
const overallGrid_NN = 'NON-CR/NON-PD';
/** RECIST 1.1 Tables 1 and 2 without new lesions: rows are the target response, columns the non-target response. */ const overallGrid =
  {
    CR: {
      CR: 'CR',
      [overallGrid_NN]: 'PR',
      PD: 'PD',
      NE: 'PR',
      NA: 'CR',
    },
    PR: {
      CR: 'PR',
      [overallGrid_NN]: 'PR',
      PD: 'PD',
      NE: 'PR',
      NA: 'PR',
    },
    SD: {
      CR: 'SD',
      [overallGrid_NN]: 'SD',
      PD: 'PD',
      NE: 'SD',
      NA: 'SD',
    },
    PD: {
      CR: 'PD',
      [overallGrid_NN]: 'PD',
      PD: 'PD',
      NE: 'PD',
      NA: 'PD',
    },
    NE: {
      CR: 'NE',
      [overallGrid_NN]: 'NE',
      PD: 'PD',
      NE: 'NE',
      NA: 'NE',
    },
    NA: {
      CR: 'CR',
      [overallGrid_NN]: overallGrid_NN,
      PD: 'PD',
      NE: 'NE',
      NA: 'NED',
    },
  };
const targets = ['CR', 'PR', 'SD', 'PD', 'NE', null];
const nonTargets = ['CR', overallGrid_NN, 'PD', 'NE', null];
/** The grid without and with a new lesion, for a criterion that combines as RECIST 1.1 does. */ const gridTables =
  source =>
    [false, true].map(newLesions => ({
      title: newLesions ? 'With a new lesion' : 'Without new lesions',
      source,
      axes: [
        {
          component: 'target',
          label: 'Target',
          values: targets,
        },
        {
          component: 'nonTarget',
          label: 'Non-target',
          values: nonTargets,
        },
      ],
      fixed: {
        newLesions,
      },
    }));

// ./platform/criteria/src/course/overallRating.ts

/** Overall response of one visit from its components; `source`: paper and tables. */ function rateOverall(
  components,
  newLesionNe,
  source
) {
  const { target, nonTarget, newLesions, reappeared } = components;
  const result = (value, rule, text) => ({
    value,
    trace: [
      {
        rule,
        text,
        numbers: {},
        source,
      },
    ],
  });
  const parts = () => `target ${target}, non-target ${nonTarget}, new lesions ${newLesions}`;
  if (newLesions === 'YES')
    return result(
      'PD',
      'overall.newLesion',
      () => `A new lesion is progression whatever the rest: ${parts()}.`
    );
  const value = overallGrid[target][nonTarget];
  if (reappeared.length > 0 && value !== 'PD') {
    return result(
      'PD',
      'overall.reappeared',
      () =>
        `Non-target disease present again after a complete response (REAPPEARED): ${reappeared.join(', ')}.`
    );
  }
  if (value === 'CR' && newLesions === 'NE' && newLesionNe === 'noCr') {
    const less = target === 'NA' ? 'NON-CR/NON-PD' : 'PR';
    return result(
      less,
      'overall.newLesionNe',
      () => `New lesions could not be judged, which forbids CR: ${parts()}.`
    );
  }
  return result(value, 'overall.grid', () => `${parts()}: ${value}.`);
}

// ./platform/criteria/src/course/combineByGrid.ts

/** A code of a table, NA for none; throws CL_RESPONSE_UNKNOWN on any other. */ function combineByGrid_pick(
  given,
  known,
  path,
  criterion
) {
  if (given === null || given === undefined || given === 'NA') return 'NA';
  const found = known.find(code => code === given);
  if (found !== undefined) return found;
  const message = `"${given}" is not a response of ${criterion} here (known: ${known.join(', ')}, null)`;
  throw new CriterionError('CL_RESPONSE_UNKNOWN', path, message);
}
const combineByGrid_Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const combineByGrid_ComponentsSchema = Type.Object({
  target: combineByGrid_Code,
  nonTarget: combineByGrid_Code,
  newLesions: Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Null()])),
});
/**
 * RECIST 1.1's combination table alone, for `criterion`; a null component means that the subject has none of that kind.
 * Throws CL_RESPONSE_UNKNOWN on a code the table does not have.
 */ function combineByGrid(components, criterion, source) {
  const { target, nonTarget, newLesions } = components;
  const stated = newLesions === true ? 'YES' : newLesions === false ? null : newLesions;
  return rateOverall(
    {
      target: combineByGrid_pick(
        target,
        ['CR', 'PR', 'SD', 'PD', 'NE'],
        '/components/target',
        criterion
      ),
      nonTarget: combineByGrid_pick(
        nonTarget === 'NN' ? 'NON-CR/NON-PD' : nonTarget,
        ['CR', 'NON-CR/NON-PD', 'PD', 'NE'],
        '/components/nonTarget',
        criterion
      ),
      newLesions: combineByGrid_pick(
        stated,
        ['NO', 'YES', 'EQUIVOCAL', 'NE'],
        '/components/newLesions',
        criterion
      ),
      reappeared: [],
    },
    'noCr',
    source
  ).value;
}

// ./platform/criteria/src/iwcll2018/grid.ts

const groupACategories = ['CR', 'PR', 'PR-L', 'SD', 'PD', 'NE'];
const groupBCategories = ['CR', 'PR', 'SD', 'PD', 'NE'];
const marrowCategories = ['NORMAL', 'HYPOCELLULAR', 'INVOLVED', 'PD'];
/** Every answer without progression of the marrow the same. */ const ofAnyMarrow = value => ({
  NORMAL: value,
  HYPOCELLULAR: value,
  INVOLVED: value,
  PD: 'PD',
  NA: value,
});
const row = improved => ({
  CR: ofAnyMarrow(improved),
  PR: ofAnyMarrow(improved),
  SD: ofAnyMarrow('SD'),
  PD: ofAnyMarrow('PD'),
  NE: ofAnyMarrow('NE'),
  NA: ofAnyMarrow(improved),
});
const grid_all = value => ({
  CR: ofAnyMarrow(value),
  PR: ofAnyMarrow(value),
  SD: ofAnyMarrow(value),
  PD: ofAnyMarrow('PD'),
  NE: ofAnyMarrow(value),
  NA: ofAnyMarrow(value),
});
/** Group A by group B by marrow. */ const grid = {
  CR: {
    ...row('PR'),
    CR: {
      ...ofAnyMarrow('PR'),
      NORMAL: 'CR',
      HYPOCELLULAR: 'CRi',
    },
  },
  PR: row('PR'),
  'PR-L': row('PR-L'),
  SD: row('SD'),
  PD: grid_all('PD'),
  NE: grid_all('NE'),
};
function grid_overallOf({ groupA, groupB, marrow, cytopenia, newLesions }) {
  if (newLesions) return 'PD';
  const incomplete =
    cytopenia &&
    groupA === 'CR' &&
    groupB !== 'PD' &&
    groupB !== 'NE' &&
    (marrow === 'NORMAL' || marrow === 'HYPOCELLULAR');
  return incomplete ? 'CRi' : grid[groupA][groupB][marrow];
}
const grid_Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const grid_ComponentsSchema = Type.Object({
  groupA: grid_Code,
  groupB: grid_Code,
  marrow: grid_Code,
  cytopenia: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
  newLesions: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
});
/** The table alone; null: nothing abnormal at baseline (group B), not done (marrow). */ function combineIwcll2018(
  components
) {
  const given = components;
  const id = 'iwcll-2018';
  const groupA = combineByGrid_pick(given.groupA, groupACategories, '/components/groupA', id);
  return grid_overallOf({
    groupA: groupA === 'NA' ? 'NE' : groupA,
    groupB: combineByGrid_pick(given.groupB, groupBCategories, '/components/groupB', id),
    marrow: combineByGrid_pick(given.marrow, marrowCategories, '/components/marrow', id),
    cytopenia: given.cytopenia ?? false,
    newLesions: given.newLesions ?? false,
  });
}
const published = 'Hallek 2018 (iwCLL), response table';
const bloodAxis = {
  component: 'groupB',
  label: 'Group B',
  values: [...groupBCategories, null],
};
const iwcllTables = [
  ...[...marrowCategories, null].map(marrow => ({
    title: `Marrow ${marrow === null ? 'not done' : marrow.toLowerCase()}, no new lesion`,
    source: published,
    axes: [
      {
        component: 'groupA',
        label: 'Group A',
        values: groupACategories,
      },
      bloodAxis,
    ],
    fixed: {
      marrow,
      cytopenia: false,
      newLesions: false,
    },
  })),
  {
    title: 'Group A complete, with a cytopenia that is not due to the leukaemia',
    source: published,
    axes: [
      {
        component: 'marrow',
        label: 'Marrow',
        values: [...marrowCategories, null],
      },
      bloodAxis,
    ],
    fixed: {
      groupA: 'CR',
      cytopenia: true,
      newLesions: false,
    },
  },
];

// ./platform/criteria/src/iwcll2018/groups.ts
/** At least two of the abnormal parameters, or the only one. */ function enough(items, least) {
  const abnormal = items.filter(one => one.abnormalAtBaseline);
  const needed = Math.min(least, abnormal.length);
  const improved = abnormal.filter(one => one.improved === true).length;
  if (needed > 0 && improved >= needed) return true;
  return abnormal.some(one => one.improved === null) ? null : false;
}
/** Tumour load: nodes, spleen and liver, lymphocytes. */ function rateGroupA(
  items,
  lymphocytes,
  { lymphocytosis, symptoms }
) {
  const all = [...items, lymphocytes];
  const counted = lymphocytosis ? items : all;
  if (counted.some(({ progressed }) => progressed)) return 'PD';
  if (all.every(({ normal }) => normal === true) && symptoms === false) return 'CR';
  const improved = enough(counted, 2);
  if (improved === null) return 'NE';
  if (!improved) return 'SD';
  return lymphocytosis ? 'PR-L' : 'PR';
}
/** Function of the marrow: platelets and haemoglobin. */ function rateGroupB(items) {
  if (items.some(({ progressed }) => progressed)) return 'PD';
  if (items.every(({ normal }) => normal === true)) return 'CR';
  if (items.every(({ abnormalAtBaseline }) => !abnormalAtBaseline)) return 'NA';
  const improved = enough(items, 1);
  if (improved === null) return 'NE';
  return improved ? 'PR' : 'SD';
}
/** Below normal now, and not because of the leukaemia. */ function hasOtherCytopenia(
  items,
  dueToCll
) {
  return dueToCll !== true && items.some(({ normal }) => normal === false);
}
function groups_marrowOf(labs, progressed) {
  if (progressed) return 'PD';
  const states = {
    normal: 'NORMAL',
    hypocellular: 'HYPOCELLULAR',
    involved: 'INVOLVED',
  };
  return labs?.marrow ? states[labs.marrow] : 'NA';
}

// ./platform/criteria/src/iwcll2018/items.ts

const items_source = 'Hallek 2018 (iwCLL), response table';
/** The distance to whichever edge is nearer; from progression the only way is back. */ function items_marginOf(
  { current, unit, one },
  state,
  { improved, progressed, upward, compared }
) {
  const value = compared ?? current;
  if (value === null) return null;
  const isBetter = at => improved !== null && (upward ? at >= improved : at <= improved);
  const edges = [];
  if (improved !== null && state !== 'PD')
    edges.push({
      category: state === 'PR' ? 'SD' : 'PR',
      numerator: improved,
      denominator: 100n,
    });
  if (progressed !== null)
    edges.push({
      category: state !== 'PD' ? 'PD' : isBetter(progressed) ? 'PR' : 'SD',
      numerator: progressed,
      denominator: 100n,
    });
  return marginTo(value, edges, unit, one);
}
function trace(quantity, state, threshold, edges, normal, rule = state.toLowerCase()) {
  const { name, unit, current, baseline, lowest, one, note, missing } = quantity;
  const show = value => (value === null ? null : ratio(value, one));
  const change = from => (current === null || from === null ? null : percentChange(current, from));
  const fromBaseline = change(baseline);
  const against = (percent, what) =>
    percent === null ? '' : `, ${percent > 0 ? '+' : ''}${percent} % against ${what}`;
  const changes = [
    against(fromBaseline, 'baseline'),
    lowest === baseline ? '' : against(change(lowest), 'the lowest'),
  ].join('');
  const is = normal === true && state !== 'PD' ? 'normal' : state;
  const margin = items_marginOf(quantity, state, edges);
  return {
    rule: `${name}.${rule}`,
    text:
      current === null
        ? `${name}: ${missing ?? 'not given'}.`
        : `${name} ${show(current) ?? 0} ${unit.replace('mm2', 'mm²')}${note === undefined ? '' : ` (${note})`}${changes}: ${is}.`,
    numbers: {
      value: show(current),
      baseline: show(baseline),
      lowest: show(lowest),
      changeFromBaselinePct: fromBaseline,
      changeFromLowestPct: change(lowest),
    },
    threshold,
    margin,
    source: items_source,
  };
}
/** A burden: better when it halves or is normal again. `progressed` and `normal` are the parameter's own. */ function burdenItem(
  quantity,
  own,
  threshold
) {
  const { current, baseline } = quantity;
  const known = current !== null && baseline !== null;
  const halved = known && decreasedBy(current, baseline, 50n);
  // What is normal again is better than half gone, however little over normal it was.
  const again = own.abnormal && own.normal === true;
  const improved = known ? halved || again : null;
  const state = !known ? 'NE' : own.progressed ? 'PD' : improved ? 'PR' : 'SD';
  const improvedAt = () => {
    if (baseline === null || baseline <= 0n) return null;
    const half = 50n * baseline;
    const { normalBelow } = own;
    if (normalBelow === undefined) return again && !halved ? null : half;
    return own.abnormal && normalBelow > half ? normalBelow : half;
  };
  const edges = {
    improved: improvedAt(),
    progressed: own.progressedAt,
    upward: false,
    compared: own.compared ?? null,
  };
  return {
    name: quantity.name,
    abnormalAtBaseline: own.abnormal,
    improved,
    normal: own.normal,
    progressed: own.progressed,
    trace: trace(
      quantity,
      state,
      threshold,
      edges,
      own.normal,
      state === 'PD' ? own.progressionRule : undefined
    ),
  };
}
/**
 * Platelets or haemoglobin: better from the normal limit or +50 %. `fall.at`: where a fall is progression, in
 * hundredths; null while it would not be due to the leukaemia.
 */ function countItem(quantity, normalFrom, supported, fall, threshold) {
  const { progressed } = fall;
  const supportedNote =
    supported === true
      ? {
          note: 'under transfusion or growth factor',
        }
      : {};
  const { current, baseline } = quantity;
  const normal = current === null ? null : current >= normalFrom && supported !== true;
  const known = current !== null && baseline !== null;
  const improved = known
    ? normal === true || (supported !== true && increasedBy(current, baseline, 50n))
    : null;
  const state = !known ? 'NE' : progressed ? 'PD' : improved ? 'PR' : 'SD';
  return {
    name: quantity.name,
    abnormalAtBaseline: baseline !== null && baseline < normalFrom,
    improved,
    normal,
    progressed,
    trace: trace(
      {
        ...quantity,
        ...supportedNote,
      },
      state,
      threshold,
      {
        // Under transfusion or a growth factor no value is an improvement.
        improved:
          supported === true || baseline === null
            ? null
            : least(100n * normalFrom, 150n * baseline),
        progressed: fall.at,
        upward: true,
      },
      normal
    ),
  };
}
const least = (a, b) => (a < b ? a : b);
const scaledOrNull = (value, scale) =>
  value === null || value === undefined ? null : scale.of(value);
function lowestOf(values) {
  return values.reduce(
    (least, value) => (value === null || (least !== null && least <= value) ? least : value),
    null
  );
}

// ./platform/criteria/src/iwcll2018/visitItems.ts

const clinical = visit => (visit.input.evaluable === false ? {} : visit.input);
const visitItems_normalNodeMm = 15;
const normalSpleenMm = 130;
/** False if one is; else null if one is not known. */ const allOf = each =>
  each.includes(false) ? false : each.includes(null) ? null : true;
function missingNodes(followed, counted) {
  if (followed === 0) return 'none followed';
  return counted === 0 ? 'every one was treated locally' : 'not all measured';
}
function nodeItem(
  visit,
  states,
  { current, baseline, nadir, counted },
  { scale, targets, nonTargets, parameters }
) {
  const none = counted === 0;
  const followed = [...targets, ...nonTargets];
  const each = followed.map(({ id }) => {
    const state = states.find(one => one.id === id);
    const lesion = visit.lesions.get(id);
    if (state && (!state.complete || state.status === 'treated')) return null;
    if (lesion?.status === 'absent' || lesion?.tooSmallToMeasure === true) return true;
    const own = lesion?.longestDiameterMm ?? null;
    return own === null ? null : scale.of(own) < scale.of(visitItems_normalNodeMm);
  });
  const normal = allOf(each);
  const grown = increasedBy(current.known, nadir, 50n);
  const progressed = grown && !(parameters.normalNodesBeatPd && normal === true);
  const value = none ? null : current.complete || progressed ? current.known : null;
  return burdenItem(
    {
      name: 'nodes',
      unit: 'mm2',
      current: value,
      baseline: none ? null : baseline,
      lowest: none ? null : nadir,
      one: scale.one * scale.one,
      missing: missingNodes(targets.length, counted),
    },
    {
      abnormal: targets.length > 0,
      normal,
      progressed,
      progressedAt: parameters.normalNodesBeatPd && normal === true ? null : 150n * nadir,
    },
    'PR: at least 50 % below baseline, or normal again; PD: at least 50 % over the lowest'
  );
}
function spleenOf(visit, scale) {
  const length = scaledOrNull(clinical(visit).spleenLengthMm, scale);
  if (length === null) return null;
  const over = length - scale.of(normalSpleenMm);
  return {
    length,
    excess: over > 0n ? over : 0n,
    over,
    enlarged: over >= 0n,
  };
}
function liverOf(visit, scale) {
  const excess = scaledOrNull(clinical(visit).liverExcessMm, scale);
  return excess === null
    ? null
    : {
        length: excess,
        excess,
        over: excess,
        enlarged: excess > 0n,
      };
}
/** Spleen or liver; `normalMm`: the length from which it is enlarged. */ function organItem(
  name,
  of,
  normalMm,
  visit,
  history,
  { scale, parameters }
) {
  const byExcess = parameters.spleenMetric === 'excess';
  const metric = ({ excess, length }) => (byExcess ? excess : length);
  const now = of(visit, scale);
  const past = history.map(one => of(one, scale));
  const [base] = past;
  const lowest = lowestOf(past.map(one => one && metric(one)));
  const wasNormal = past.some(one => one?.enlarged === false);
  const progressed =
    now !== null &&
    lowest !== null &&
    now.enlarged &&
    (wasNormal || increasedBy(metric(now), lowest, 50n));
  // Newly enlarged from the limit on; else half more than the lowest, which is enlarged.
  const limit = byExcess ? 0n : 100n * scale.of(normalMm);
  const progressedAt = lowest === null ? null : wasNormal ? limit : 150n * lowest;
  return burdenItem(
    {
      name,
      unit: byExcess ? 'mm over normal' : 'mm',
      current: now && metric(now),
      baseline: base ? metric(base) : null,
      lowest,
      one: scale.one,
      ...(name === 'spleen' && byExcess && now
        ? {
            note: `${scale.toMm(now.length)} mm long`,
          }
        : {}),
    },
    {
      abnormal: base?.enlarged === true,
      normal: now && !now.enlarged,
      progressed,
      progressionRule: wasNormal ? 'pd.newlyEnlarged' : 'pd',
      progressedAt,
      compared: now && (byExcess ? now.over : now.length),
      normalBelow: limit,
    },
    'PR: at least 50 % below baseline, or normal again; PD: at least 50 % over the lowest, or newly enlarged'
  );
}
/** Spleen and liver are one parameter of the table: both must improve where both are enlarged. */ function organs(
  spleen,
  liver
) {
  const abnormal = [spleen, liver].filter(one => one.abnormalAtBaseline);
  return {
    name: 'spleen or liver',
    abnormalAtBaseline: abnormal.length > 0,
    improved: abnormal.some(({ improved }) => improved === false)
      ? false
      : abnormal.some(({ improved }) => improved === null)
        ? null
        : true,
    normal: allOf([spleen.normal, liver.normal]),
    progressed: spleen.progressed || liver.progressed,
    trace: spleen.trace,
  };
}
/** Group A of one visit; `history` is baseline and the earlier visits. */ function loadItems(
  visit,
  history,
  states,
  references,
  subject
) {
  const { scale } = subject;
  const lymphocytes = one =>
    one ? scaledOrNull(clinical(one).labs?.lymphocytes10e9PerL, scale) : null;
  const current = lymphocytes(visit);
  const baseline = lymphocytes(history[0]);
  const isHigh = value => value !== null && value >= scale.of(4);
  const spleen = organItem('spleen', spleenOf, normalSpleenMm, visit, history, subject);
  const liver = organItem('liver', liverOf, 0, visit, history, subject);
  const nodes = nodeItem(visit, states, references, subject);
  const blood = burdenItem(
    {
      name: 'lymphocytes',
      unit: '10^9/L',
      current,
      baseline,
      lowest: baseline,
      one: scale.one,
    },
    {
      abnormal: isHigh(baseline),
      normal: current === null ? null : !isHigh(current),
      progressed:
        current !== null &&
        baseline !== null &&
        increasedBy(current, baseline, 50n) &&
        current >= scale.of(5),
      progressedAt:
        baseline === null
          ? null
          : 150n * baseline > 100n * scale.of(5)
            ? 150n * baseline
            : 100n * scale.of(5),
      normalBelow: 100n * scale.of(4),
    },
    'PR: at least 50 % below baseline, or normal again; PD: at least 50 % over baseline and 5 × 10^9/L'
  );
  return {
    items: [nodes, organs(spleen, liver)],
    lymphocytes: blood,
    traces: [nodes.trace, spleen.trace, liver.trace, blood.trace],
  };
}
/** Group B of one visit. */ function bloodItems(visit, history, scale) {
  const labs = clinical(visit).labs ?? null;
  const [first] = history;
  const base = first ? (clinical(first).labs ?? null) : null;
  const of = value => scaledOrNull(value, scale);
  const [platelets, platelets0] = [of(labs?.platelets10e9PerL), of(base?.platelets10e9PerL)];
  const [hb, hb0] = [of(labs?.haemoglobinGPerDl), of(base?.haemoglobinGPerDl)];
  const plateletsFell =
    platelets !== null && platelets0 !== null && decreasedBy(platelets, platelets0, 50n);
  const hbFell = hb !== null && hb0 !== null && hb0 - hb >= scale.of(2);
  const cause = labs?.cytopeniaDueToCll ?? null;
  const due = cause === true;
  const supported = labs?.supported ?? null;
  const cells = one => of(clinical(one).labs?.marrowCllPct);
  const lowest = lowestOf(history.map(cells));
  const marrow = cells(visit);
  const grown = marrow !== null && lowest !== null && increasedBy(marrow, lowest, 50n);
  return {
    items: [
      countItem(
        {
          name: 'platelets',
          unit: '10^9/L',
          current: platelets,
          baseline: platelets0,
          lowest: platelets0,
          one: scale.one,
        },
        scale.of(100),
        supported,
        {
          progressed: plateletsFell && due,
          at: due && platelets0 !== null ? 50n * platelets0 : null,
        },
        'PR: at least 100 or 50 % over baseline; PD: at least 50 % below baseline due to the leukaemia'
      ),
      countItem(
        {
          name: 'haemoglobin',
          unit: 'g/dL',
          current: hb,
          baseline: hb0,
          lowest: hb0,
          one: scale.one,
        },
        scale.of(11),
        supported,
        {
          progressed: hbFell && due,
          at: due && hb0 !== null ? 100n * (hb0 - scale.of(2)) : null,
        },
        'PR: at least 11 or 50 % over baseline; PD: at least 2 g/dL below baseline due to the leukaemia'
      ),
    ],
    causeUnknown: (plateletsFell || hbFell) && cause === null,
    marrowProgression: grown
      ? {
          rule: 'marrow.pd',
          text: `CLL cells of the marrow ${ratio(marrow, scale.one) ?? 0} %, the lowest ${ratio(lowest, scale.one) ?? 0} %: at least half more.`,
          numbers: {
            value: ratio(marrow, scale.one),
            lowest: ratio(lowest, scale.one),
            changeFromLowestPct: percentChange(marrow, lowest),
          },
          threshold: 'at least 50 % more CLL cells than in the lowest marrow',
          margin: marginTo(
            marrow,
            [
              {
                category: 'SD',
                numerator: 3n * lowest,
                denominator: 2n,
              },
            ],
            '%',
            scale.one
          ),
          source: items_source,
        }
      : null,
  };
}

// ./platform/criteria/src/iwcll2018/evaluateVisit.ts

const clinicalOf = input => input;
const labsOf = visit => clinicalOf(visit.input).labs ?? null;
const newNodeMm = 15;
/** A node is new from 15 mm longest diameter on; anything else by what the reader says. */ function newNode(
  lesion
) {
  const longest = lesion.longestDiameterMm ?? null;
  if (!isNode(lesion) || longest === null || lesion.evaluable === false) return null;
  if (lesion.status === 'absent' || longest < newNodeMm) return 'NO';
  return lesion.status === 'equivocal' ? 'EQUIVOCAL' : 'YES';
}
function visitFindings(visit, subject, blood, items) {
  const found = productFindings(visit, subject, items_source);
  if (visit.input.evaluable === false) return [];
  for (const { name, abnormalAtBaseline, improved } of items) {
    if (!abnormalAtBaseline || improved !== null) continue;
    const text = `${name}: abnormal at baseline and not given here.`;
    found.push(finding('item.missing', 'block', null, text, items_source));
  }
  if (blood.causeUnknown) {
    const text = `Platelets or haemoglobin fell as far as progression, but whether the leukaemia is the cause is not stated; it does not count.`;
    found.push(finding('cytopenia.causeNotStated', 'block', null, text, items_source));
  }
  return found;
}
function evaluateVisit(visit, earlier, base, subject) {
  const { scale, parameters, targets } = subject;
  const readable = visit.input.evaluable !== false;
  const rules = {
    measure: products(parameters.tstmDefaultMm),
    scale,
    localTreatment: parameters.localTreatment,
  };
  const past = earlier.map(one => one.visit);
  const history = [base.visit, ...past];
  const before = [base.states, ...earlier.map(({ states }) => states)];
  const states = targets.map(target => targetState(target, [...history, visit], rules));
  const refs = references(states, before, parameters.nadirFromPartial);
  const newLesions = rateNewLesions(visit, past, base.visit, parameters, scale, {
    ...recistNewLesionRules,
    source: items_source,
    stateOf: newNode,
    sizeOf: () => ({
      field: 'longestDiameterMm',
      from: scale.of(newNodeMm),
    }),
  });
  const load = loadItems(visit, history, states, refs, subject);
  const blood = bloodItems(visit, history, scale);
  const marrowGrown = blood.marrowProgression !== null;
  const lymphocytosis =
    subject.bcrInhibitor &&
    load.lymphocytes.abnormalAtBaseline &&
    load.lymphocytes.improved === false;
  const symptoms = clinicalOf(visit.input).constitutionalSymptoms ?? null;
  const hasNew = newLesions.state === 'YES';
  const groupA = rateGroupA(load.items, load.lymphocytes, {
    lymphocytosis,
    symptoms,
  });
  const withoutNew = groupA === 'CR' && newLesions.state === 'NE' ? 'PR' : groupA;
  const groupB = rateGroupB(blood.items);
  const labs = readable ? labsOf(visit) : null;
  const marrow = groups_marrowOf(labs, marrowGrown);
  const cytopenia = hasOtherCytopenia(blood.items, labs?.cytopeniaDueToCll ?? null);
  const transformed = clinicalOf(visit.input).transformation === true;
  const value = grid_overallOf({
    groupA: withoutNew,
    groupB,
    marrow,
    cytopenia,
    newLesions: hasNew || transformed,
  });
  const rated = base.problem === null && readable;
  const overall = rated ? value : 'NE';
  const why = base.problem ?? `the visit is not evaluable (${visit.input.reason ?? 'OTHER'})`;
  const counts = groupB === 'NA' ? 'without an abnormal count at baseline' : groupB;
  const cytopeniaText =
    labs?.cytopeniaDueToCll === false
      ? 'cytopenia not due to the leukaemia'
      : 'cytopenia of a cause not stated';
  const allNormal = [...load.items, load.lymphocytes].every(({ normal }) => normal === true);
  const held =
    allNormal && symptoms !== false ? `, symptoms ${symptoms ? 'present' : 'not stated'}` : '';
  const without = lymphocytosis ? ' (lymphocytes left out under the inhibitor)' : '';
  const parts = `group A ${withoutNew}${without}, group B ${counts}, marrow ${marrow === 'NA' ? 'not done' : marrow}${cytopenia ? `, ${cytopeniaText}` : ''}${held}${hasNew ? ', new lesion' : ''}${transformed ? ', transformation' : ''}`;
  return {
    visit,
    states,
    overall,
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date: visit.date,
      burden:
        refs.counted === 0 || base.problem !== null
          ? null
          : burdenOutput(refs, rules.measure, scale),
      lesions: contributions(states, {
        measure: rules.measure,
        scale,
      }),
      newLesions: !readable || newLesions.state === 'NE' ? null : hasNew,
      components: rated
        ? {
            groupA: withoutNew,
            groupB,
            marrow,
          }
        : {
            groupA: 'NE',
            groupB: 'NE',
            marrow,
          },
      overall,
      revised: null,
      trace: [
        ...load.traces,
        ...blood.items.map(({ trace }) => trace),
        ...(blood.marrowProgression ? [blood.marrowProgression] : []),
        ...newLesions.trace,
        rated
          ? {
              rule: 'overall.groups',
              text: `${parts}: ${value}.`,
              numbers: {},
              source: items_source,
            }
          : {
              rule: 'overall.ne',
              text: `Not evaluable: ${why}.`,
              numbers: {},
              source: items_source,
            },
      ],
      findings: visitFindings(visit, subject, blood, [
        ...load.items,
        load.lymphocytes,
        ...blood.items,
      ]),
    },
  };
}

// ./platform/criteria/src/iwcll2018/parameters.ts

/** Texts: oncology-criteria sections 0.2 to 0.4 (nodes), 15 and 16.1. */ const parameters_ParametersSchema =
  Type.Object(
    {
      ...Type.Pick(CourseSchema, [
        'measurementPrecisionMm',
        'tstmDefaultMm',
        'localTreatment',
        'nadirFromPartial',
        'petNewLesion',
      ]).properties,
      normalNodesBeatPd: flag(
        true,
        'Whether targets that are all gone or of normal size are CR even where their sum grew as far as progression.'
      ),
      spleenMetric: oneOf(
        ['excess', 'length'],
        'What change of spleen is measured on: its excess over 130 mm, or its whole length.'
      ),
      maxTargets: Type.Integer({
        minimum: 1,
        default: 6,
        description: 'Largest number of targets in total.',
      }),
      ...bestResponseParameters,
      confirmation: oneOf(
        ['responses', 'none'],
        'responses: complete and partial responses count once confirmed by a later visit; none: at once.'
      ),
      confirmationDays: days(56, 'Least days between a response and the visit that confirms it.'),
      minStableDays: days(
        0,
        'Least days from the reference date until stable disease counts as best response.'
      ),
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/iwcll2018/vocabulary.ts

/** nPR of earlier editions is not rated: nodules in the marrow make it a partial response. */ const iwcllVocabulary =
  {
    ...recistVocabulary,
    id: 'iwcll',
    rank: ['CR', 'CRi', 'PR', 'PR-L', 'SD', 'PD', 'NE', 'ND', 'MISSING'],
    worstFirst: ['PD', 'SD', 'PR-L', 'PR', 'CRi', 'CR', 'NE', 'ND', 'MISSING'],
    complete: ['CR', 'CRi'],
    partial: ['PR', 'PR-L'],
    nonCrNonPd: 'SD',
  };

// ./platform/criteria/src/iwcll2018/assessIwcll2018.ts

function readBase(visit, subject) {
  const { scale, parameters, targets } = subject;
  const rules = {
    measure: products(parameters.tstmDefaultMm),
    scale,
    localTreatment: parameters.localTreatment,
  };
  const states = targets.map(target => targetState(target, [visit], rules));
  const missing = states.filter(({ complete }) => !complete).map(({ id }) => id);
  const problem =
    visit.input.evaluable === false
      ? `the baseline is not evaluable (${visit.input.reason ?? 'OTHER'})`
      : missing.length > 0
        ? `the baseline has no product for ${missing.join(', ')}`
        : null;
  if (problem !== null)
    return {
      visit,
      states,
      problem,
    };
  const { labs, spleenLengthMm, liverExcessMm } = clinicalOf(visit.input);
  const abnormal =
    targets.length > 0 ||
    (spleenLengthMm ?? 0) >= 130 ||
    (liverExcessMm ?? 0) > 0 ||
    (labs?.lymphocytes10e9PerL ?? 0) >= 4;
  return {
    visit,
    states,
    problem: abnormal
      ? null
      : 'no node, spleen, liver or lymphocytes abnormal at baseline: not applicable',
  };
}
function assessIwcll2018_baselineOutput(base, subject) {
  const { visit, states, problem } = base;
  const { scale, targets, parameters } = subject;
  const findings = productFindings(visit, subject, items_source);
  if (problem !== null)
    findings.push(
      finding(
        'baseline.notEvaluable',
        'block',
        null,
        `Every visit is NE: ${problem}.`,
        items_source
      )
    );
  if (targets.length > parameters.maxTargets) {
    const text = `${targets.length} nodes; at most ${parameters.maxTargets}.`;
    const id = targets[parameters.maxTargets]?.id ?? null;
    findings.push(finding('baseline.targets.tooMany', 'block', id, text, items_source));
  }
  for (const { id } of targets) {
    const longest = visit.lesions.get(id)?.longestDiameterMm ?? null;
    if (longest !== null && longest < 15) {
      const text = `${id}: a node of ${longest} mm is normal; nodes are followed from 15 mm.`;
      findings.push(finding('baseline.node.normal', 'block', id, text, items_source));
    }
  }
  const { labs, spleenLengthMm, liverExcessMm } = clinicalOf(visit.input);
  const given = [
    ['spleen length', spleenLengthMm],
    ['liver size', liverExcessMm],
    ['lymphocytes', labs?.lymphocytes10e9PerL],
    ['platelets', labs?.platelets10e9PerL],
    ['haemoglobin', labs?.haemoglobinGPerDl],
  ];
  for (const [name, value] of given) {
    if (typeof value === 'number') continue;
    const text = `Not given at baseline: ${name}; the response is told without it.`;
    findings.push(finding('baseline.missing', 'warning', null, text, items_source));
  }
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const value = sum.complete ? scale.toMm2(sum.known) : null;
  return {
    id: visit.id,
    date: visit.date,
    burden:
      states.length === 0
        ? null
        : {
            value,
            unit: 'mm2',
            ...(value === null
              ? {
                  lowerBound: scale.toMm2(sum.known),
                }
              : {}),
          },
    lesions: contributions(states, {
      measure: products(parameters.tstmDefaultMm),
      scale,
    }),
    trace: [
      {
        rule: 'baseline.spd',
        text:
          states.length === 0
            ? 'No node followed.'
            : `${states.length} ${states.length === 1 ? 'node' : 'nodes'} followed, sum of products ${value === null ? 'not known' : `${value} mm²`}.`,
        numbers:
          states.length === 0
            ? {}
            : {
                spdMm2: value,
              },
        source: items_source,
      },
    ],
    findings,
  };
}
function numbersOf(input) {
  const { labs, spleenLengthMm, liverExcessMm } = clinicalOf(input);
  return [spleenLengthMm, liverExcessMm, ...Object.values(labs ?? {})].filter(
    value => typeof value === 'number'
  );
}
/** iwCLL 2018 for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */ function assessIwcll2018(
  input
) {
  const parameters = parametersOf('iwcll-2018', parameters_ParametersSchema, input.parameters);
  checkDates(input, parameters);
  const measure = products(parameters.tstmDefaultMm);
  const numbers = input.timepoints.flatMap(numbersOf);
  const course = readSubject(input, measure, [parameters.tstmDefaultMm, ...numbers]);
  const { bcrInhibitor } = input;
  const subject = {
    ...course,
    parameters,
    bcrInhibitor: bcrInhibitor === true,
  };
  const timepoints = [];
  const evaluated = [];
  if (subject.baseline) {
    const base = readBase(subject.baseline, subject);
    timepoints.push(assessIwcll2018_baselineOutput(base, subject));
    for (const visit of subject.visits)
      evaluated.push(evaluateVisit(visit, evaluated, base, subject));
  }
  const revisions = equivocalRevisions(evaluated);
  const responses = evaluated.map(({ output }) => revisedBy(output, revisions.get(output.id)));
  return {
    criterion: 'iwcll-2018',
    parameters: {
      ...parameters,
    },
    timepoints: [...timepoints, ...responses],
    bestOverallResponse: bestResponseOf(
      responses,
      input,
      parameters,
      subject.baseline,
      iwcllVocabulary
    ),
  };
}

// ./platform/criteria/src/iwcll2018/inputs.ts

const amount = description =>
  Type.Optional(
    Type.Union(
      [
        Type.Number({
          minimum: 0,
        }),
        Type.Null(),
      ],
      {
        description,
      }
    )
  );
const stated = description =>
  Type.Optional(
    Type.Union([Type.Boolean(), Type.Null()], {
      description,
    })
  );
const LabsSchema = Type.Object({
  lymphocytes10e9PerL: amount('blood lymphocytes, 10^9 per litre'),
  platelets10e9PerL: amount('platelets, 10^9 per litre'),
  haemoglobinGPerDl: amount('haemoglobin, g/dL'),
  supported: stated('platelets or haemoglobin under transfusion, erythropoietin or growth factor'),
  cytopeniaDueToCll: stated('a fall of platelets or haemoglobin is due to the leukaemia'),
  marrow: Type.Optional(
    Type.Union(
      [Type.Literal('normal'), Type.Literal('hypocellular'), Type.Literal('involved'), Type.Null()],
      {
        description:
          'normal: normocellular without CLL cells or nodules; hypocellular: the same but hypocellular; involved: CLL cells or nodules; null: not done',
      }
    )
  ),
  marrowCllPct: amount('CLL cells of the marrow, per cent'),
});
/** Lymph nodes are the lesions: longest diameter and its perpendicular in mm, up to six targets. */ const IwcllTimepointSchema =
  Type.Object({
    labs: Type.Optional(
      Type.Union([LabsSchema, Type.Null()], {
        description: 'blood and marrow',
      })
    ),
    spleenLengthMm: amount('length of the spleen, mm; normal below 130'),
    liverExcessMm: amount('liver below the costal margin, mm; 0: normal size'),
    constitutionalSymptoms: stated('any constitutional symptom of the leukaemia'),
    transformation: stated('transformation to a more aggressive histology'),
  });
const IwcllSubjectSchema = Type.Object({
  bcrInhibitor: stated('treated with an inhibitor of the B-cell receptor pathway'),
});

// ./platform/criteria/src/iwcll2018/iwcll2018.ts

const iwcll2018 = {
  id: 'iwcll-2018',
  name: 'iwCLL 2018 (chronic lymphocytic leukaemia)',
  source: 'Hallek M et al. Blood 2018;131:2745-2760',
  parameters: Type.Partial(parameters_ParametersSchema),
  inputs: {
    subject: IwcllSubjectSchema,
    timepoint: IwcllTimepointSchema,
  },
  components: grid_ComponentsSchema,
  tables: iwcllTables,
  readerResponses: ['CR', 'CRi', 'PR', 'PR-L', 'SD', 'PD', 'NE'],
  assess: assessIwcll2018,
  combine: combineIwcll2018,
};

// ./platform/criteria/src/reason.ts
/** A value that may have waited. */ const made = late =>
  typeof late === 'function' ? late() : late;
/** `make`, called when its value is first asked for. */ function once(make) {
  let value = null;
  return () => (value ??= make());
}
/** A reason in its words and numbers. */ const written = ({
  rule,
  text,
  numbers,
  threshold,
  margin,
  source,
}) => ({
  rule,
  text: made(text),
  numbers: made(numbers),
  ...(threshold === undefined
    ? {}
    : {
        threshold: made(threshold),
      }),
  ...(margin === undefined
    ? {}
    : {
        margin: made(margin),
      }),
  source,
});
/** A reason whose margin, where it has one, is said otherwise. */ function marginAs(reason, said) {
  const { margin } = reason;
  if (margin === undefined) return reason;
  const late = () => {
    const one = made(margin);
    return one && said(one);
  };
  return {
    ...reason,
    margin: late,
  };
}

// ./platform/criteria/src/imwg2016/markers.ts

const markers_source = 'Kumar 2016 (IMWG), standard criteria table';
/** Levels without progression, best first. */ const levels = [
  'sCR',
  'CR',
  'VGPR',
  'PR',
  'MR',
  'SD',
  'NE',
];
const markerText = {
  serum: {
    name: 'serum M-protein',
    of: 'g/dL',
    unit: 'g/dL',
  },
  urine: {
    name: 'urine M-protein',
    of: 'mg/24 h',
    unit: 'mg/24 h',
  },
  flc: {
    name: 'difference of free light chains',
    of: 'mg/dL',
    unit: 'mg/dL',
  },
  marrow: {
    name: 'marrow plasma cells',
    of: '%',
    unit: 'points',
  },
};
/** A change in per cent with its sign; null: of nothing there is no per cent. */ const signedPercent =
  change => (change === null ? 'n/a' : `${change > 0 ? '+' : ''}${change.toFixed(2)} %`);
const sentence = text => text.charAt(0).toUpperCase() + text.slice(1);
/** Every number of the laboratory, for the decimals to keep. */ function labNumbers(labs) {
  return Object.values(labs).filter(value => typeof value === 'number');
}
function markerValues(labs, scale) {
  const of = value => (value === null || value === undefined ? null : scale.of(value));
  const [involved, uninvolved] = [of(labs.involvedFlcMgPerDl), of(labs.uninvolvedFlcMgPerDl)];
  return {
    serum: of(labs.serumMGPerDl),
    urine: of(labs.urineMMgPer24h),
    flc: involved === null || uninvolved === null ? null : involved - uninvolved,
    marrow: of(labs.marrowPlasmaCellsPct),
    circulating: of(labs.circulatingPlasmaCellsPerUl),
  };
}
/** Immunofixation of the markers that have one. */ const immunofixation = labs => ({
  serum: labs.serumImmunofixation ?? null,
  urine: labs.urineImmunofixation ?? null,
});
/** Which marker the response goes by: M-protein, else free light chains, else the marrow. */ function measurableAt(
  labs
) {
  const isFrom = (limit, value) => typeof value === 'number' && value >= limit;
  const flc = isFrom(10, labs.involvedFlcMgPerDl) && labs.flcRatioNormal === false;
  const byMarrow = isFrom(30, labs.marrowPlasmaCellsPct);
  const m = [];
  if (isFrom(1, labs.serumMGPerDl)) m.push('serum');
  if (isFrom(200, labs.urineMMgPer24h)) m.push('urine');
  const otherwise = flc ? ['flc'] : byMarrow ? ['marrow'] : [];
  return {
    required: m.length > 0 ? m : otherwise,
    m: m.length > 0,
    flc,
  };
}
const cuts = {
  serum: [
    {
      level: 'VGPR',
      percent: 90n,
    },
    {
      level: 'PR',
      percent: 50n,
    },
    {
      level: 'MR',
      percent: 25n,
    },
  ],
  urine: [
    {
      level: 'VGPR',
      below: 100,
    },
    {
      level: 'PR',
      percent: 90n,
    },
    {
      level: 'PR',
      below: 200,
    },
    {
      level: 'MR',
      percent: 50n,
    },
  ],
  flc: [
    {
      level: 'VGPR',
      percent: 90n,
    },
    {
      level: 'PR',
      percent: 50n,
    },
  ],
  marrow: [
    {
      level: 'PR',
      percent: 50n,
    },
  ],
};
/** Whether `current` / `parts` units reach a level. */ function reaches(
  current,
  baseline,
  cut,
  scale,
  parts = 1n
) {
  return 'percent' in cut
    ? decreasedBy(current, parts * baseline, cut.percent)
    : current < parts * scale.of(cut.below);
}
const wording = (cut, unit) =>
  'percent' in cut ? `at least ${cut.percent} % lower` : `below ${cut.below} ${unit}`;
/** The level that `value` / `parts` units of a marker are. */ const levelOf = (
  marker,
  value,
  baseline,
  scale,
  parts = 1n
) => cuts[marker].find(cut => reaches(value, baseline, cut, scale, parts))?.level ?? 'SD';
/** The level one required marker reaches by itself. `progression`: where its progression begins; null: it is one, or none. */ function rateMarker(
  marker,
  current,
  baseline,
  progression,
  scale
) {
  const { name, of, unit } = markerText[marker];
  const reached = cuts[marker].find(cut => reaches(current, baseline, cut, scale));
  const level = reached?.level ?? 'SD';
  const edges = cuts[marker].map(cut =>
    'percent' in cut
      ? {
          numerator: (100n - cut.percent) * baseline,
          denominator: 100n,
        }
      : {
          numerator: scale.of(cut.below),
          denominator: 1n,
        }
  );
  // At the edge itself a number is progression or is not, by marker: what begins there lies beyond it either way.
  const isBeyond = (number, parts) =>
    progression !== null && number * progression.denominator > progression.numerator * parts;
  const categoryAt = (number, parts) =>
    isBeyond(number, parts) ? 'PD' : levelOf(marker, number, baseline, scale, parts);
  const edge = nearestEdge(current, [...edges, ...(progression ? [progression] : [])], categoryAt);
  const change = percentChange(current, baseline);
  // Back to the marker's unit: the scale's "mm" is whatever its numbers are in.
  const value = scale.toMm(current);
  const threshold = reached ?? cuts[marker].at(-1) ?? cuts[marker][0];
  return {
    marker,
    level,
    trace: {
      rule: `marker.${marker}.${level.toLowerCase()}`,
      text: `${sentence(name)} ${value} ${of}, ${signedPercent(change)} against baseline: ${level}.`,
      numbers: {
        value,
        baseline: ratio(baseline, scale.one),
        changeFromBaselinePct: change,
      },
      threshold: `${threshold.level}: ${wording(threshold, unit)}`,
      margin: edge && marginTo(current, [edge], unit, scale.one),
      source: markers_source,
    },
  };
}
/**
 * Lowest value on study that a second one bore out: the smallest x with two consecutive values at or below it, the
 * baseline counting by itself. Missing values are left out.
 */ function lowestConfirmed(baseline, later) {
  const given = later.filter(value => value !== null);
  const pairs = given.slice(1).map((value, index) => {
    const before = given[index] ?? value;
    return value > before ? value : before;
  });
  return pairs.reduce(
    (least, value) => (least === null || value < least ? value : least),
    baseline
  );
}

// ./platform/criteria/src/imwg2016/completeResponse.ts

const marrowItem = 'marrow plasma cells below 5 %';
const negative = value => (value === null || value === undefined ? null : value === 'negative');
const undetected = value => value === null || value === undefined || value === 0;
/** Whether the visit is a complete or a stringent complete response; what is missing keeps it from either. */ function rateComplete(
  items
) {
  const { labs, marrowPct, clonal, plasmacytomaRemains, newLesion, required } = items;
  const cr = [
    ['serum immunofixation negative', negative(labs.serumImmunofixation)],
    ['urine immunofixation negative', negative(labs.urineImmunofixation)],
    [
      'no M-protein by electrophoresis',
      undetected(labs.serumMGPerDl) && undetected(labs.urineMMgPer24h),
    ],
    [
      'no plasmacytoma',
      [newLesion, plasmacytomaRemains].includes(true)
        ? false
        : newLesion === null || plasmacytomaRemains === null
          ? null
          : true,
    ],
    [marrowItem, marrowPct === null ? null : marrowPct < 5],
  ];
  if (required.includes('flc')) cr.push(['normal light chain ratio', labs.flcRatioNormal ?? null]);
  const stringent = [
    ['normal light chain ratio', labs.flcRatioNormal ?? null],
    ['no clonal marrow cells', clonal === null ? null : !clonal],
  ];
  const unmet = list =>
    list
      .filter(([, met]) => met !== true)
      .map(([name, met]) => `${name} (${met === null ? 'not known' : 'no'})`)
      .join(', ');
  // Only where the marrow alone keeps a complete response, or is all that could take it away.
  const others = cr.filter(([name]) => name !== marrowItem).every(([, met]) => met === true);
  const edge = {
    category: (marrowPct ?? 0) < 5 ? 'VGPR' : 'CR',
    numerator: 5n,
    denominator: 1n,
  };
  const margin = () => {
    if (marrowPct === null || !others) return {};
    const places = decimalPlaces(marrowPct);
    const one = 10n ** BigInt(places);
    const at = {
      ...edge,
      numerator: edge.numerator * one,
    };
    return {
      margin: marginTo(scaled(marrowPct, places), [at], '%', one),
    };
  };
  const result = (level, text) => ({
    level,
    trace: {
      rule: `complete.${level === null ? 'no' : level.toLowerCase()}`,
      text,
      numbers: {
        marrowPlasmaCellsPct: marrowPct,
      },
      threshold:
        'immunofixation negative in serum and urine, no plasmacytoma, marrow plasma cells below 5 %',
      ...margin(),
      source: markers_source,
    },
  });
  const missingCr = unmet(cr);
  if (missingCr !== '') return result(null, `Not a complete response: ${missingCr}.`);
  const missingStringent = unmet(stringent);
  return missingStringent === ''
    ? result('sCR', 'Complete response with a normal light chain ratio and no clonal marrow cells.')
    : result('CR', `Complete response; not stringent: ${missingStringent}.`);
}

// ./platform/criteria/src/imwg2016/labFindings.ts

/** What is missing or contradictory in the laboratory of a visit. */ function labFindings(
  labs,
  values,
  required,
  readable
) {
  if (!readable) return [];
  const fixations = immunofixation(labs);
  const found = required
    .filter(marker => values[marker] === null && fixations[marker] !== 'negative')
    .map(marker =>
      finding(
        'labs.missing',
        'block',
        null,
        `${markerText[marker].name} is measurable at baseline and missing here.`,
        markers_source
      )
    );
  const pairs = [
    ['serum', labs.serumMGPerDl],
    ['urine', labs.urineMMgPer24h],
  ];
  for (const [marker, value] of pairs) {
    if (fixations[marker] !== 'negative' || typeof value !== 'number' || value === 0) continue;
    const text = `${markerText[marker].name} ${value} with negative immunofixation contradict each other; it is no complete response.`;
    found.push(finding('labs.contradiction', 'warning', null, text, markers_source));
  }
  return found;
}

// ./platform/criteria/src/imwg2016/overall.ts

/** The level of a visit: progression, complete response, else the lowest of what is required. */ function overall_rateOverall(
  parts
) {
  const { required, complete, urineBelow100, progressions, missingItem } = parts;
  const result = (value, rule, text, decided = {}) => ({
    value,
    trace: {
      rule,
      text,
      numbers: {},
      ...decided,
      source: markers_source,
    },
  });
  if (progressions.length > 0)
    return result('PD', 'overall.pd', `Progression by ${progressions.join(', ')}.`);
  if (complete !== null)
    return result(complete, 'overall.complete', `${complete} by its own items.`);
  const known = required.filter(({ level }) => level !== 'NE');
  const missing = required.filter(({ level }) => level === 'NE').map(({ name }) => name);
  const lowest = levels.findLast(level => known.some(one => one.level === level));
  if (lowest === undefined)
    return result('NE', 'overall.ne', 'Nothing that the response goes by was measured.');
  const each = known.map(({ name, level }) => `${name} ${level}`).join(', ');
  if (missing.length > 0) {
    const dropped = missingItem === 'NE' ? 'NE' : (levels[levels.indexOf(lowest) + 1] ?? 'NE');
    return result(
      dropped,
      'overall.missingItem',
      `${each}; ${missing.join(', ')} missing: ${missingItem === 'NE' ? 'not evaluable' : 'one level lower'}.`
    );
  }
  if (lowest === 'VGPR' && urineBelow100 !== true)
    return result(
      'PR',
      'overall.urine',
      `${each}, but urine M-protein below 100 mg/24 h is ${urineBelow100 === null ? 'not known' : 'not reached'}.`,
      byUrine(parts, 'VGPR')
    );
  return result(
    lowest,
    'overall.lowest',
    `Lowest of what is required: ${each}.`,
    lowest === 'VGPR' ? byUrine(parts, 'PR') : {}
  );
}
/** The urine that decides between a very good and a partial response, which is `category` on the other side. */ function byUrine(
  { urine, scale },
  category
) {
  if (urine === null) return {};
  const limit = {
    category,
    numerator: scale.of(100),
    denominator: 1n,
  };
  return {
    numbers: {
      urineMMgPer24h: ratio(urine, scale.one),
    },
    threshold: 'VGPR: urine M-protein below 100 mg/24 h',
    margin: marginTo(urine, [limit], 'mg/24 h', scale.one),
  };
}

// ./platform/criteria/src/imwg2016/plasmacytoma.ts

const shortAxis = lesion => lesion?.perpendicularDiameterMm ?? lesion?.shortAxisMm ?? null;
/** A lesion as it was read at a visit; nothing where the visit, or the lesion there, was not evaluable. */ function entryOf(
  { input, lesions },
  id
) {
  const lesion = input.evaluable === false ? undefined : lesions.get(id);
  return lesion?.evaluable === false ? undefined : lesion;
}
function diametersOf(visit, history, { scale, targets }) {
  return targets.flatMap(({ id }) => {
    const longest = one => {
      const mm = entryOf(one, id)?.longestDiameterMm;
      return typeof mm === 'number' ? [scale.of(mm)] : [];
    };
    const [smallest, ...others] = history.flatMap(longest);
    const axis = history.map(one => shortAxis(entryOf(one, id))).findLast(mm => mm !== null) ?? 0;
    if (!smallest || axis <= 10) return [];
    const from = others.reduce((least, mm) => (mm < least ? mm : least), smallest);
    // Of a lesion that was gone no diameter grows by half.
    return from === 0n
      ? []
      : longest(visit).map(to => ({
          id,
          from,
          to,
          axis,
        }));
  });
}
/** The diameter that grew by half or more over its smallest; of several the one that grew most. */ function grownDiameter(
  diameters
) {
  const isMore = (a, b) => {
    const [left, right] = [a.to * b.from, b.to * a.from];
    return left === right ? a.id < b.id : left > right;
  };
  return diameters
    .filter(({ from, to }) => increasedBy(to, from, 50n))
    .reduce((most, one) => (most === null || isMore(one, most) ? one : most), null);
}
/** The level that a sum of `value` / `parts` units is. */ function levelAt(value, parts, base) {
  if (decreasedBy(value, base * parts, 90n)) return 'VGPR';
  return decreasedBy(value, base * parts, 50n) ? 'PR' : 'SD';
}
/** Distance of the sum (mm²) or of one diameter (mm) to what would change the level, as a part of its reference. */ function levelMargin(
  { current: { known }, baseline, nadir, counted },
  diameters,
  { scale }
) {
  const bySum = (category, numerator, denominator, reference) => ({
    category,
    current: known,
    numerator,
    denominator,
    unit: 'mm2',
    one: scale.one * scale.one,
    reference,
  });
  const level = levelAt(known, 1n, baseline);
  const crossings = [
    ...(baseline > 0n
      ? [
          bySum(level === 'VGPR' ? 'PR' : 'VGPR', baseline, 10n, baseline),
          bySum(level === 'SD' ? 'PR' : 'SD', baseline, 2n, baseline),
        ]
      : []),
    ...(counted > 1 && !increasedBy(known, nadir, 50n) ? [bySum('PD', 3n * nadir, 2n, nadir)] : []),
    ...diameters
      .filter(({ from, to }) => !increasedBy(to, from, 50n))
      .map(({ from, to }) => ({
        category: 'PD',
        current: to,
        numerator: 3n * from,
        denominator: 2n,
        unit: 'mm',
        one: scale.one,
        reference: from,
      })),
  ];
  return nearestMargin(crossings);
}
function progressionOf({ current, baseline, nadir, counted }, diameters, { scale }) {
  const grown = grownDiameter(diameters);
  const change = percentChange(current.known, nadir);
  const imaging = trace => ({
    needsSecond: false,
    name: 'growth of plasmacytomas',
    trace: {
      ...trace,
      source: markers_source,
    },
  });
  if (counted > 1 && increasedBy(current.known, nadir, 50n))
    return imaging({
      rule: 'pd.plasmacytoma.spd',
      text: `The plasmacytomas sum to ${scale.toMm2(current.known)} mm², ${signedPercent(change)} against the nadir of ${scale.toMm2(nadir)} mm².`,
      numbers: {
        spdMm2: scale.toMm2(current.known),
        nadirMm2: scale.toMm2(nadir),
        changePct: change,
      },
      threshold: 'sum of products of more than one lesion at least 50 % over the nadir',
      // A diameter that grew by half is progression by itself: the sum changes nothing then.
      margin: grown
        ? null
        : marginTo(
            current.known,
            [
              {
                category: levelAt(3n * nadir, 2n, baseline),
                numerator: 3n * nadir,
                denominator: 2n,
              },
            ],
            'mm2',
            scale.one * scale.one
          ),
    });
  return grown
    ? imaging({
        rule: 'pd.plasmacytoma.diameter',
        text: `${grown.id}: longest diameter ${scale.toMm(grown.from)} to ${scale.toMm(grown.to)} mm, short axis over 10 mm before.`,
        numbers: {
          longestDiameterMm: scale.toMm(grown.to),
          smallestMm: scale.toMm(grown.from),
          changePct: percentChange(grown.to, grown.from),
          shortAxisBeforeMm: grown.axis,
        },
        threshold: 'longest diameter of a lesion over 10 mm short axis at least 50 % longer',
        margin: marginTo(
          grown.to,
          [
            {
              category: levelAt(current.known, 1n, baseline),
              numerator: 3n * grown.from,
              denominator: 2n,
            },
          ],
          'mm',
          scale.one
        ),
      })
    : null;
}
/** Plasmacytomas that are followed without being measured: lesions of bone need not go away. */ const softNonTargets =
  ({ nonTargets, baseline }) =>
    nonTargets.filter(({ id }) => baseline?.lesions.get(id)?.location !== 'BONE');
/** Plasmacytomas of one visit. `before` and `history` start with the baseline; `carried`: the states are an earlier visit's. */ function ratePlasmacytomas(
  states,
  before,
  visit,
  history,
  subject,
  nadirFromPartial
) {
  const { scale } = subject;
  const soft = softNonTargets(subject);
  const others = soft.map(({ id }) => visit.lesions.get(id)?.status ?? null);
  const none = states.length === 0;
  const refs = references(states, before, nadirFromPartial);
  const { current, baseline: base, counted } = refs;
  const remains =
    states.some(({ present }) => present) ||
    others.some(status => status !== null && status !== 'absent')
      ? true
      : !current.complete || others.some(status => status === null)
        ? null
        : false;
  if (none)
    return {
      level: null,
      remains,
      trace: null,
      progression: null,
    };
  const diameters = diametersOf(visit, history, subject);
  const change = percentChange(current.known, base);
  const isKnown = current.complete && counted > 0;
  const level = isKnown ? levelAt(current.known, 1n, base) : 'NE';
  const text = isKnown
    ? `Plasmacytomas ${scale.toMm2(current.known)} mm², ${signedPercent(change)} against baseline: ${level}.`
    : counted > 0
      ? 'Not every plasmacytoma was assessed.'
      : 'Every measured plasmacytoma was treated.';
  return {
    level,
    remains,
    trace: {
      rule: `plasmacytoma.${level.toLowerCase()}`,
      text,
      numbers: {
        spdMm2: isKnown ? scale.toMm2(current.known) : null,
        baselineMm2: scale.toMm2(base),
        changeFromBaselinePct: isKnown ? change : null,
      },
      threshold: 'VGPR: at least 90 % lower; PR and MR: at least 50 % lower',
      margin: isKnown ? levelMargin(refs, diameters, subject) : null,
      source: markers_source,
    },
    progression: progressionOf(refs, diameters, subject),
  };
}

// ./platform/criteria/src/imwg2016/progression.ts

/** Least growth over the lowest value, in the marker's unit; `over`: strictly more. */ const growth =
  {
    serum: {
      value: 0.5,
      over: false,
    },
    urine: {
      value: 200,
      over: false,
    },
    flc: {
      value: 10,
      over: true,
    },
    marrow: {
      value: 10,
      over: false,
    },
  };
const highSerum = {
  from: 5,
  growth: 1,
};
/** Serum and urine always; light chains without measurable M-protein; the marrow without either. */ function applies(
  marker,
  { m, flc }
) {
  if (marker === 'flc') return !m;
  return marker !== 'marrow' || (!m && !flc);
}
function progression_growthOf(marker, current, lowest, scale) {
  const isHigh = marker === 'serum' && lowest >= scale.of(highSerum.from);
  const { value, over } = growth[marker];
  const more = current - lowest;
  const by = scale.of(isHigh ? highSerum.growth : value);
  const enough = over ? more > by : more >= by;
  const quarter = 5n * lowest;
  const byGrowth = isHigh || 4n * (lowest + by) >= quarter;
  return {
    isHigh,
    by,
    progressed: enough && (isHigh || increasedBy(current, lowest, 25n)),
    from: byGrowth
      ? {
          numerator: lowest + by,
          denominator: 1n,
        }
      : {
          numerator: quarter,
          denominator: 4n,
        },
  };
}
/** Where a required marker would become progression; null where it is one. `later`: between baseline and now. */ function progressionFrom(
  marker,
  current,
  baseline,
  later,
  scale
) {
  const lowest = lowestConfirmed(
    baseline,
    later.map(values => values[marker])
  );
  const { progressed, from } = progression_growthOf(marker, current, lowest, scale);
  return progressed ? null : from;
}
function markerProgression(marker, current, lowest, baseline, scale) {
  const { name, of, unit } = markerText[marker];
  const { isHigh, progressed, from } = progression_growthOf(marker, current, lowest, scale);
  if (!progressed) return null;
  const { value, over } = growth[marker];
  const more = current - lowest;
  // The level just below where progression begins.
  const [below, parts] = [1000n * from.numerator - 1n, 1000n * from.denominator];
  const category = baseline === null ? 'SD' : levelOf(marker, below, baseline, scale, parts);
  // Of a difference of light chains below 0 there is no per cent.
  const change = lowest > 0n ? percentChange(current, lowest) : null;
  const shown = ratio(more, scale.one) ?? 0;
  const threshold = isHigh
    ? `at least ${highSerum.growth} ${unit} over a lowest value of at least ${highSerum.from}`
    : `at least 25 % and ${over ? 'more than' : 'at least'} ${value} ${unit} over the lowest confirmed value`;
  return {
    needsSecond: marker !== 'marrow',
    name,
    trace: {
      rule: `pd.${marker}`,
      text: `${sentence(name)}: ${change === null ? '' : `${signedPercent(change)} and `}+${shown} ${unit} over the lowest confirmed value of ${ratio(lowest, scale.one) ?? 0} ${of}.`,
      numbers: {
        value: ratio(current, scale.one),
        lowestConfirmed: ratio(lowest, scale.one),
        changePct: change,
        change: shown,
      },
      threshold,
      margin: marginTo(
        current,
        [
          {
            ...from,
            category,
          },
        ],
        unit,
        scale.one
      ),
      source: markers_source,
    },
  };
}
/** Progression by blood, urine or marrow. `later`: the visits between baseline and now. */ function labProgressions(
  current,
  baseline,
  later,
  measurable,
  scale
) {
  const found = [];
  for (const marker of ['serum', 'urine', 'flc', 'marrow']) {
    const value = current[marker];
    const lowest = lowestConfirmed(
      baseline[marker],
      later.map(values => values[marker])
    );
    if (value === null || lowest === null || !applies(marker, measurable)) continue;
    // Only a marker that was measurable at baseline has a level of response.
    const rated = measurable.required.includes(marker) ? baseline[marker] : null;
    const one = markerProgression(marker, value, lowest, rated, scale);
    if (one) found.push(one);
  }
  return found;
}
/** Circulating plasma cells where they are the only measure: +50 % over the lowest and at least 200 per microlitre. */ function rateCirculating(
  value,
  baseline,
  later,
  scale
) {
  const lowest = lowestConfirmed(baseline, later);
  if (value === null || lowest === null) return null;
  const progressed = increasedBy(value, lowest, 50n) && value >= scale.of(200);
  const half = 3n * lowest;
  const from = half >= 2n * scale.of(200) ? half : 2n * scale.of(200);
  // Without progression nothing else is there to rate.
  const edge = {
    category: progressed ? 'NE' : 'PD',
    numerator: from,
    denominator: 2n,
  };
  const trace = {
    rule: progressed ? 'pd.circulating' : 'circulating.noProgression',
    text: `Circulating plasma cells ${scale.toMm(value)} per µL, ${signedPercent(percentChange(value, lowest))} against the lowest confirmed value.`,
    numbers: {
      value: ratio(value, scale.one),
      lowestConfirmed: ratio(lowest, scale.one),
      changePct: percentChange(value, lowest),
    },
    threshold: 'at least 50 % over the lowest and at least 200 per µL',
    margin: marginTo(value, [edge], '/µL', scale.one),
    source: markers_source,
  };
  return {
    progression: progressed
      ? {
          needsSecond: true,
          name: 'circulating plasma cells',
          trace,
        }
      : null,
    trace,
  };
}

// ./platform/criteria/src/imwg2016/evaluateVisit.ts

/** The laboratory of a visit; none of it given is the same as no laboratory. */ const evaluateVisit_labsOf =
  input => input.labs ?? {};
/** Last value after baseline, this visit's first; only this visit's where nothing is carried. */ function lastGiven(
  own,
  earlier,
  carry
) {
  const all = carry ? [...earlier, own] : [own];
  return all.findLast(value => value !== null && value !== undefined) ?? null;
}
function evaluateVisit_evaluateVisit(visit, earlier, base, subject) {
  const { scale, parameters, targets } = subject;
  const readable = visit.input.evaluable !== false;
  const labs = readable ? evaluateVisit_labsOf(visit.input) : {};
  const values = markerValues(labs, scale);
  const past = earlier.map(one => one.visit);
  const history = [base.visit, ...past];
  const before = [base.states, ...earlier.map(({ states }) => states)];
  const rules = {
    measure: products(parameters.tstmDefaultMm),
    scale,
    localTreatment: parameters.localTreatment,
  };
  const states = targets.map(target => targetState(target, [...history, visit], rules));
  const carry = parameters['imwg.carryUnrepeated'];
  const followed = [...targets, ...softNonTargets(subject)];
  const isListed = ({ input, lesions }) =>
    input.evaluable !== false && followed.some(({ id }) => lesions.has(id));
  const isSeen = isListed(visit) || states.some(({ reason }) => reason !== 'NOT_ASSESSED');
  const lastSeen = earlier.findLast(one =>
    targets.length > 0 ? one.states.every(({ complete }) => complete) : isListed(one.visit)
  );
  const carried = carry && !isSeen && lastSeen !== undefined ? lastSeen : null;
  const measurable = measurableAt(base.labs);
  const plasmacytoma = ratePlasmacytomas(
    carried?.states ?? states,
    before,
    carried?.visit ?? visit,
    history,
    subject,
    parameters.nadirFromPartial
  );
  const newLesions = rateNewLesions(visit, past, base.visit, parameters, scale, {
    ...recistNewLesionRules,
    source: markers_source,
  });
  const newLesion = newLesions.state === 'NE' ? null : newLesions.state === 'YES';
  const valuesBefore = earlier.map(one => one.values);
  const progressions = labProgressions(values, base.values, valuesBefore, measurable, scale);
  const hasMeasure = measurable.required.length > 0 || targets.length > 0;
  const circulating = hasMeasure
    ? null
    : rateCirculating(
        values.circulating,
        base.values.circulating,
        valuesBefore.map(one => one.circulating),
        scale
      );
  if (circulating?.progression) progressions.push(circulating.progression);
  if (plasmacytoma.progression && carried === null) progressions.push(plasmacytoma.progression);
  const markers = measurable.required.flatMap(marker => {
    const [current, baseline] = [values[marker], base.values[marker]];
    if (current === null || baseline === null) return [];
    const from = progressionFrom(marker, current, baseline, valuesBefore, scale);
    return [rateMarker(marker, current, baseline, from, scale)];
  });
  const fixation = immunofixation(labs);
  const required = measurable.required.map(marker => {
    const rated = markers.find(one => one.marker === marker);
    const gone = fixation[marker] === 'negative' ? 'VGPR' : 'NE';
    return {
      name: markerText[marker].name,
      level: rated?.level ?? gone,
    };
  });
  if (plasmacytoma.level !== null)
    required.push({
      name: 'plasmacytomas',
      level: plasmacytoma.level,
    });
  const complete = rateComplete({
    labs,
    marrowPct: lastGiven(
      labs.marrowPlasmaCellsPct,
      earlier.map(one => one.labs.marrowPlasmaCellsPct),
      carry
    ),
    clonal: lastGiven(
      labs.clonalMarrowCells,
      earlier.map(one => one.labs.clonalMarrowCells),
      carry
    ),
    plasmacytomaRemains: plasmacytoma.remains,
    newLesion,
    required: measurable.required,
  });
  const urine = values.urine;
  const baseUrine = base.values.urine;
  const urineBelow100 =
    urine !== null
      ? urine < scale.of(100)
      : fixation.urine === 'negative' || (baseUrine !== null && baseUrine < scale.of(100))
        ? true
        : null;
  const needsUrine = measurable.m;
  const names = progressions.map(({ name }) => name);
  const rated = overall_rateOverall({
    required,
    complete: hasMeasure ? complete.level : null,
    urineBelow100: needsUrine ? urineBelow100 : true,
    urine: needsUrine ? urine : null,
    scale,
    progressions: newLesion ? [...names, 'a new lesion'] : names,
    missingItem: parameters['imwg.missingItem'],
  });
  const isRated = base.problem === null && readable;
  const overall = isRated ? rated.value : 'NE';
  const why = base.problem ?? `the visit is not evaluable (${visit.input.reason ?? 'OTHER'})`;
  const seen = text =>
    carried === null ? text : `${text} Not imaged at this visit, as at ${carried.visit.id}.`;
  const { trace } = plasmacytoma;
  const refs = references(states, before, parameters.nadirFromPartial);
  return {
    visit,
    labs,
    values,
    states,
    overall,
    needsSecond: newLesion !== true && progressions.every(one => one.needsSecond),
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date: visit.date,
      burden:
        states.length === 0 || base.problem !== null
          ? null
          : burdenOutput(refs, rules.measure, scale),
      lesions: contributions(states, {
        measure: rules.measure,
        scale,
      }),
      newLesions: newLesion,
      overall,
      revised: null,
      trace: isRated
        ? [
            ...markers.map(({ trace }) => trace),
            ...(trace
              ? [
                  {
                    ...trace,
                    text: () => seen(made(trace.text)),
                  },
                ]
              : []),
            complete.trace,
            ...newLesions.trace,
            ...progressions.map(({ trace }) => trace),
            ...(circulating && !circulating.progression ? [circulating.trace] : []),
            rated.trace,
          ]
        : [
            ...newLesions.trace,
            {
              rule: 'overall.ne',
              text: `Not evaluable: ${why}.`,
              numbers: {},
              source: markers_source,
            },
          ],
      findings: [
        ...labFindings(labs, values, measurable.required, readable),
        ...productFindings(visit, subject, markers_source),
      ],
    },
  };
}

// ./platform/criteria/src/imwg2016/baseline.ts

function baseline_readBase(visit, subject) {
  const { scale, parameters, targets } = subject;
  const rules = {
    measure: products(parameters.tstmDefaultMm),
    scale,
    localTreatment: parameters.localTreatment,
  };
  const states = targets.map(target => targetState(target, [visit], rules));
  const labs = evaluateVisit_labsOf(visit.input);
  const missing = states.filter(({ complete }) => !complete).map(({ id }) => id);
  const problem =
    visit.input.evaluable === false
      ? `the baseline is not evaluable (${visit.input.reason ?? 'OTHER'})`
      : missing.length > 0
        ? `the baseline has no product for ${missing.join(', ')}`
        : null;
  return {
    visit,
    labs,
    values: markerValues(labs, scale),
    states,
    problem,
  };
}
function baseline_baselineOutput({ visit, labs, values, states, problem }, subject) {
  const { scale, targets, parameters } = subject;
  const { required } = measurableAt(labs);
  const findings = productFindings(visit, subject, markers_source);
  if (problem !== null)
    findings.push(
      finding(
        'baseline.notEvaluable',
        'block',
        null,
        `Every visit is NE: ${problem}.`,
        markers_source
      )
    );
  // Of the measurable markers only the light chains are a difference: measurable by the involved one alone.
  if (required.includes('flc') && values.flc === null)
    findings.push(
      finding(
        'baseline.uninvolvedChainMissing',
        'block',
        null,
        'The response goes by the difference of free light chains, and the uninvolved chain is not given: no visit has a response.',
        markers_source
      )
    );
  if (required.length === 0 && targets.length === 0)
    findings.push(
      finding(
        'baseline.notMeasurable',
        'block',
        null,
        'No measurable disease: serum M from 1 g/dL, urine M from 200 mg/24 h, involved light chain from 10 mg/dL with an abnormal ratio, marrow plasma cells from 30 %.',
        markers_source
      )
    );
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const names = required.map(marker => markerText[marker].name).join(', ');
  return {
    id: visit.id,
    date: visit.date,
    burden:
      states.length === 0
        ? null
        : {
            value: sum.complete ? scale.toMm2(sum.known) : null,
            unit: 'mm2',
          },
    lesions: contributions(states, {
      measure: products(parameters.tstmDefaultMm),
      scale,
    }),
    trace: [
      {
        rule: 'baseline.measurable',
        text: names === '' ? 'No measurable marker.' : `The response goes by ${names}.`,
        numbers: {},
        source: markers_source,
      },
    ],
    findings,
  };
}

// ./platform/criteria/src/imwg2016/confirmation.ts

const categories = ['PD', ...levels];
const responses = ['sCR', 'CR', 'VGPR', 'PR', 'MR'];
const rank = category => categories.indexOf(category);
/**
 * The confirmed category of a visit from its own and what follows. `needsSecond`: progression by the laboratory does,
 * that of marrow and imaging does not.
 */ function confirmedCategory(current, next, needsSecond) {
  if (current === 'PD') return !needsSecond || next === 'PD' || next === 'DEATH' ? 'PD' : 'NE';
  if (!responses.includes(current)) return current;
  if (next === null || next === 'PD' || next === 'DEATH') return 'SD';
  return rank(next) <= rank(current) ? current : next;
}
/** Confirmed categories of visits in time order. `death`: due to progression, after the last of them. */ function confirmAll(
  visits,
  death
) {
  let best = 'NE';
  return visits.map((visit, index) => {
    const later = visits.slice(index + 1).find(({ category }) => category !== 'NE');
    const next =
      later === undefined
        ? death
          ? 'DEATH'
          : null
        : later.afterNewTherapy && !visit.afterNewTherapy
          ? null
          : later.category;
    const own = confirmedCategory(visit.category, next, visit.needsSecond);
    if (rank(own) < rank(best)) best = own;
    return {
      visit,
      own,
      shown: best,
      by: later?.timepoint ?? null,
    };
  });
}

// ./platform/criteria/src/imwg2016/parameters.ts

/** Texts: oncology-criteria sections 0.2 to 0.4 (plasmacytomas), 14 and 16.1. */ const imwg2016_parameters_ParametersSchema =
  Type.Object(
    {
      ...Type.Pick(CourseSchema, [
        'measurementPrecisionMm',
        'tstmDefaultMm',
        'localTreatment',
        'nadirFromPartial',
      ]).properties,
      petNewLesion: courseParameters.petNewLesion,
      'imwg.missingItem': oneOf(
        ['dropOne', 'NE'],
        'A required marker missing: one level lower, or not evaluable.'
      ),
      'imwg.carryUnrepeated': flag(
        true,
        'Whether marrow and imaging that were not repeated count as last examined.'
      ),
      'imwg.deathConfirmsPd': flag(
        true,
        'Whether death due to progression confirms a first laboratory progression.'
      ),
      refDate: bestResponseParameters.refDate,
      missingAs: bestResponseParameters.missingAs,
      truncateAtPd: bestResponseParameters.truncateAtPd,
      pdCutoff: bestResponseParameters.pdCutoff,
      minStableDays: days(
        0,
        'Least days from the reference date until stable disease counts as best response.'
      ),
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/imwg2016/vocabulary.ts

/** Confirmation is IMWG's own (two consecutive samples), so nothing here waits for days. */ const imwgVocabulary =
  {
    ...recistVocabulary,
    id: 'imwg',
    rank: ['sCR', 'CR', 'VGPR', 'PR', 'MR', 'SD', 'PD', 'NE', 'ND', 'MISSING'],
    worstFirst: ['PD', 'SD', 'MR', 'PR', 'VGPR', 'CR', 'sCR', 'NE', 'ND', 'MISSING'],
    complete: [],
    partial: [],
    nonCrNonPd: 'SD',
  };

// ./platform/criteria/src/imwg2016/assessImwg2016.ts

/** IMWG 2016 for one subject, visit by visit; confirmation of a category is that visit's `revised` and `components`. */ function assessImwg2016(
  input
) {
  const parameters = parametersOf(
    'imwg-2016',
    imwg2016_parameters_ParametersSchema,
    input.parameters
  );
  checkDates(input, parameters);
  const measure = products(parameters.tstmDefaultMm);
  const numbers = input.timepoints.flatMap(one => labNumbers(evaluateVisit_labsOf(one)));
  const course = readSubject(input, measure, [parameters.tstmDefaultMm, 0.5, ...numbers]);
  const subject = {
    ...course,
    parameters,
  };
  const timepoints = [];
  const evaluated = [];
  if (subject.baseline) {
    const base = baseline_readBase(subject.baseline, subject);
    timepoints.push(baseline_baselineOutput(base, subject));
    for (const visit of subject.visits)
      evaluated.push(evaluateVisit_evaluateVisit(visit, evaluated, base, subject));
  }
  const { deathDueToProgressionDate } = input;
  const therapy = input.newTherapyDate ?? null;
  const confirmed = confirmAll(
    evaluated.map(({ visit, overall, needsSecond, output }) => ({
      timepoint: visit.id,
      category: overall,
      needsSecond,
      output,
      afterNewTherapy: therapy !== null && visit.date !== null && visit.date >= therapy,
    })),
    parameters['imwg.deathConfirmsPd'] && Boolean(deathDueToProgressionDate)
  );
  const backdated = equivocalRevisions(evaluated);
  for (const { visit, own, shown, by } of confirmed) {
    const { category, output } = visit;
    const revision = backdated.get(output.id);
    const changed = own !== category && shown !== category;
    const revised =
      revision?.revised ??
      (changed && by !== null
        ? {
            value: shown,
            byTimepoint: by,
            rule: 'confirmation',
          }
        : null);
    timepoints.push({
      ...output,
      date: revision?.date ?? output.date ?? null,
      revised,
      components: {
        confirmed: revision ? 'PD' : shown,
      },
    });
  }
  const options = {
    ...parameters,
    confirmationDays: 0,
    maxInterveningNE: 0,
    acceptInterveningSD: false,
    vocabulary: imwgVocabulary,
    referenceDate: referenceDate(input, parameters, subject.baseline),
    newTherapyDate: therapy,
  };
  const best = response =>
    bestOverallResponse(
      timepoints.map(one => ({
        id: one.id,
        date: one.date ?? null,
        response: response(one),
      })),
      options
    ).unconfirmed;
  return {
    criterion: 'imwg-2016',
    parameters: {
      ...parameters,
    },
    timepoints,
    bestOverallResponse: {
      unconfirmed: best(({ overall, revised }) =>
        overall === 'PD' && revised ? revised.value : (overall ?? null)
      ),
      confirmed: best(({ components }) => components?.confirmed ?? null),
      flags: [],
    },
  };
}

// ./platform/criteria/src/imwg2016/inputs.ts

const inputs_amount = description =>
  Type.Optional(
    Type.Union(
      [
        Type.Number({
          minimum: 0,
        }),
        Type.Null(),
      ],
      {
        description,
      }
    )
  );
const inputs_stated = description =>
  Type.Optional(
    Type.Union([Type.Boolean(), Type.Null()], {
      description,
    })
  );
const Immunofixation = description =>
  Type.Optional(
    Type.Union([Type.Literal('positive'), Type.Literal('negative'), Type.Null()], {
      description,
    })
  );
const inputs_LabsSchema = Type.Object({
  serumMGPerDl: inputs_amount('serum M-protein by electrophoresis, g/dL; 0: not detectable'),
  urineMMgPer24h: inputs_amount(
    'urine M-protein by electrophoresis, mg per 24 h; 0: not detectable'
  ),
  serumImmunofixation: Immunofixation('serum immunofixation'),
  urineImmunofixation: Immunofixation('urine immunofixation'),
  involvedFlcMgPerDl: inputs_amount('involved serum free light chain, mg/dL'),
  uninvolvedFlcMgPerDl: inputs_amount('uninvolved serum free light chain, mg/dL'),
  flcRatioNormal: inputs_stated('the kappa to lambda ratio is within the laboratory limits'),
  marrowPlasmaCellsPct: inputs_amount('plasma cells of the bone marrow, per cent'),
  clonalMarrowCells: inputs_stated(
    'clonal plasma cells in the marrow by immunohistochemistry or flow'
  ),
  circulatingPlasmaCellsPerUl: inputs_amount('circulating plasma cells per microlitre'),
});
/** Plasmacytomas are the lesions: longest diameter and its perpendicular in mm. */ const ImwgTimepointSchema =
  Type.Object({
    labs: Type.Optional(
      Type.Union([inputs_LabsSchema, Type.Null()], {
        description: 'blood, urine and marrow of this visit',
      })
    ),
  });
const ImwgSubjectSchema = Type.Object({
  deathDueToProgressionDate: Type.Optional(
    Type.Union(
      [
        Type.String({
          pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        }),
        Type.Null(),
      ],
      {
        description: 'date of death due to progression, YYYY-MM-DD',
      }
    )
  ),
});

// ./platform/criteria/src/imwg2016/imwg2016.ts

const imwg2016_Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const imwg2016_ComponentsSchema = Type.Object({
  current: imwg2016_Code,
  /** The next category that is not NE, DEATH (due to progression), or null: none before new therapy. */ next: imwg2016_Code,
  /** What a progression is by; the laboratory without it. */ kind: Type.Optional(
    Type.Union([Type.Literal('laboratory'), Type.Literal('imaging')])
  ),
});
const nexts = ['PD', 'sCR', 'CR', 'VGPR', 'PR', 'MR', 'SD', 'DEATH'];
function combine(components) {
  const { current, next, kind } = components;
  const now = combineByGrid_pick(current, categories, '/components/current', 'imwg-2016');
  const then = combineByGrid_pick(next, nexts, '/components/next', 'imwg-2016');
  const following = then === 'NA' ? null : then;
  return confirmedCategory(now === 'NA' ? 'NE' : now, following, kind !== 'imaging');
}
const tables = ['laboratory', 'imaging'].map(kind => ({
  title: `Confirmed category of a visit, progression by ${kind === 'laboratory' ? 'blood or urine' : 'imaging or marrow'}`,
  source: 'Kumar 2016 (IMWG), standard criteria table, footnotes',
  axes: [
    {
      component: 'current',
      label: 'Visit',
      values: categories,
    },
    {
      component: 'next',
      label: 'Next evaluable visit',
      values: [...nexts, null],
    },
  ],
  fixed: {
    kind,
  },
}));
const imwg2016 = {
  id: 'imwg-2016',
  name: 'IMWG 2016 (multiple myeloma)',
  source: 'Kumar S et al. Lancet Oncol 2016;17:e328-e346',
  parameters: Type.Partial(imwg2016_parameters_ParametersSchema),
  inputs: {
    subject: ImwgSubjectSchema,
    timepoint: ImwgTimepointSchema,
  },
  components: imwg2016_ComponentsSchema,
  tables,
  // Of laboratory values, which no reader of images has.
  readerResponses: [],
  assess: assessImwg2016,
  combine,
};

// ./platform/criteria/src/course/nonTargetRating.ts

const recistNonTargetRules = {
  source: 'Eisenhauer 2009 (RECIST 1.1) section 4.3.3',
  nodeLimits: recistNodeLimits,
};
function nonTargetRating_stateOf(lesion, node, scale, { nodeLimits, sizeOf = countedAxis }) {
  if (lesion.evaluable === false) return 'notEvaluable';
  if (lesion.status === 'progressed' || lesion.status === 'absent') return lesion.status;
  const axis = sizeOf(lesion, node);
  if (axis) {
    const normal = node && scale.of(axis) < scale.of(nodeLimits(lesion).normalBelowMm);
    return normal ? 'absent' : 'present';
  }
  // Without a number a node counts 5 mm, which is normal.
  if (lesion.tooSmallToMeasure) return node ? 'absent' : 'present';
  if (lesion.status) return 'present';
  return axis === 0 ? 'absent' : 'notEvaluable';
}
/**
 * A lesion that is not listed itself is what its parts are, the worst of them; one that was seen before is expected. One
 * that is merged is gone with the mass that it is part of; it is there while that is, or where it is not told.
 */ function nonTargetRating_followedState(followed, visit, history, scale, rules) {
  const { id, node } = followed;
  const { lesions } = visit;
  const { sizeOf = countedAxis } = rules;
  const recorded = lesion => [sizeOf(lesion, node)];
  const stateIn = part => {
    const own = lesions.get(part);
    const merged = own?.mergedInto
      ? own
      : stillMerged(part, history, {
          recorded,
        });
    if (own?.evaluable === false || !merged)
      return own ? nonTargetRating_stateOf(own, node, scale, rules) : 'notEvaluable';
    const host = mergeHost(merged, lesions);
    const mass = host && nonTargetRating_stateOf(host, isNode(host), scale, rules);
    return mass === 'absent' ? mass : 'present';
  };
  const parts = expectedParts(followed, visit, history);
  const own = lesions.get(id);
  const tells =
    own &&
    !isSilent(own, {
      recorded,
    });
  const states = (tells || parts.length === 0 ? [id] : parts).map(stateIn);
  const order = ['progressed', 'notEvaluable', 'present'];
  return order.find(wanted => states.includes(wanted)) ?? 'absent';
}
/**
 * Non-target response. The reader's overall call decides progression: with a call, a single lesion marked progressed
 * is not progression; without one it is. A call of CR gives way to lesions that are present or were not read.
 */ function nonTargetRating_rateNonTarget(
  roster,
  visit,
  history,
  parameters,
  scale,
  rules = recistNonTargetRules
) {
  const { source, nodeLimits } = rules;
  const readable = visit.input.evaluable !== false;
  const treated = new Set(
    roster.filter(one => treatedBefore(one, history, visit.date)).map(({ id }) => id)
  );
  const followed =
    parameters.localTreatment === 'exclude' ? roster.filter(({ id }) => !treated.has(id)) : roster;
  const states = new Map(
    followed.map(one => {
      if (!readable) return [one.id, 'notEvaluable'];
      if (treated.has(one.id))
        return [one.id, parameters.localTreatment === 'zero' ? 'present' : 'notEvaluable'];
      return [one.id, nonTargetRating_followedState(one, visit, history, scale, rules)];
    })
  );
  const where = wanted => [...states].filter(([, value]) => value === wanted).map(([id]) => id);
  const numbers = () => ({
    absent: where('absent').length,
    present: where('present').length,
    progressed: where('progressed').length,
    notEvaluable: where('notEvaluable').length,
  });
  const nodes = () =>
    followed.flatMap(({ id, node }) => {
      const own = treated.has(id) ? undefined : visit.lesions.get(id);
      const axis = own ? shortAxisOf(own, node) : null;
      if (!own || axis === null) return [];
      return [
        {
          id,
          size: scale.of(axis),
          limit: scale.of(nodeLimits(own).normalBelowMm),
        },
      ];
    });
  const result = (category, rule, text, bySize = false) => {
    const still = where('present').length;
    const decided = bySize ? nonTargetNodeMargin(category, still, nodes(), scale) : {};
    return {
      category,
      states,
      trace: [
        {
          rule,
          text,
          numbers,
          ...decided,
          source,
        },
      ],
    };
  };
  if (roster.length === 0)
    return result('NA', 'nonTarget.none', 'No non-target lesion at baseline.');
  if (followed.length === 0)
    return result('NE', 'nonTarget.ne', 'Every non-target lesion was treated locally.');
  const [progressed, present, missing] = [
    where('progressed'),
    where('present'),
    where('notEvaluable'),
  ];
  const judgement = readable ? (visit.input.nonTargetJudgement ?? null) : null;
  if (judgement === 'PD')
    return result(
      'PD',
      'nonTarget.pd',
      'The reader judges the non-target disease unequivocally progressed.'
    );
  if (judgement === 'NE')
    return result('NE', 'nonTarget.ne', 'The reader judges the non-target disease not evaluable.');
  if (judgement === 'NON-CR/NON-PD')
    return result(
      judgement,
      'nonTarget.nn',
      'The reader judges the non-target disease neither gone nor progressed.'
    );
  if (judgement === null && progressed.length > 0) {
    return result(
      'PD',
      'nonTarget.pd',
      () => `Unequivocal progression of ${progressed.join(', ')}.`
    );
  }
  const unlisted = id => !visit.lesions.has(id) && !treated.has(id);
  if (judgement === 'CR' && present.length + progressed.length === 0 && missing.every(unlisted)) {
    return result('CR', 'nonTarget.cr', 'The reader judges every non-target lesion gone.');
  }
  if (missing.length > 0)
    return result(
      'NE',
      'nonTarget.ne',
      () => `Not assessed and none progressed: ${missing.join(', ')}.`
    );
  if (present.length + progressed.length > 0) {
    const still = () => [...present, ...progressed].join(', ');
    return result(
      'NON-CR/NON-PD',
      'nonTarget.nn',
      () => `Persisting: ${still()}.`,
      progressed.length === 0
    );
  }
  const normal = roster.some(({ node }) => node) ? ', nodes below 10 mm short axis' : '';
  const absent = `Every non-target lesion is absent${normal}`;
  return result('CR', 'nonTarget.cr', `${rules.crMeans ?? absent}.`, true);
}

// ./platform/criteria/src/course/targetMargin.ts

function isProgression({ value, parts }, { references: { nadir }, pdAbsMm, scale }) {
  const before = parts * nadir;
  return increasedBy(value, before, 20n) && value - before >= parts * scale.of(pdAbsMm);
}
/** The category of a sum, with disease left or with none but normal nodes. */ function categoryOf(
  sum,
  present,
  rules
) {
  const { references, states, normalNodesBeatPd, carriesPr } = rules;
  const grown = isProgression(sum, rules);
  // A lower bound has a margin only where it may be progression.
  if (states.some(({ complete }) => !complete)) return grown ? 'PD' : 'NE';
  if (!present) return grown && !normalNodesBeatPd ? 'PD' : 'CR';
  if (rules.presenceIsPd || grown) return 'PD';
  const smaller = decreasedBy(sum.value, sum.parts * references.baseline, 30n);
  return smaller || carriesPr ? 'PR' : 'SD';
}
/** Where the sum alone makes it another category. */ function bySum(rules) {
  const { references, states, pdAbsMm, scale } = rules;
  const { current, baseline, nadir } = references;
  const edges = [
    {
      numerator: 7n * baseline,
      denominator: 10n,
    },
    {
      numerator: 12n * nadir,
      denominator: 10n,
    },
    {
      numerator: nadir + scale.of(pdAbsMm),
      denominator: 1n,
    },
  ];
  const present = states.some(one => one.present);
  const edge = nearestEdge(current.known, edges, (value, parts) =>
    categoryOf(
      {
        value,
        parts,
      },
      present,
      rules
    )
  );
  return edge ? [inMm(edge, current.known, scale)] : [];
}
// Everything here is in mm, and a node's millimetres are the sum's: distances compare as they are.
const inMm = (edge, current, scale) => ({
  ...edge,
  current,
  unit: 'mm',
  one: scale.one,
  reference: 1n,
});
/** The nodes whose size alone makes the targets complete, or no longer so, or disease again. */ function byNormalNode(
  rules
) {
  const { states, references, scale, reappears, backFrom } = rules;
  const left = states.filter(({ present }) => present);
  if (left.length > 1) return [];
  const candidates = left.length === 1 ? left : states;
  return candidates.flatMap(({ id, known, normalBelow }) => {
    if (normalBelow === null) return [];
    const back = backFrom.get(id) ?? normalBelow;
    const others = references.current.known - known;
    const categoryAt = (value, parts) => {
      const present = value >= parts * normalBelow;
      const presenceIsPd = reappears && value >= parts * back;
      return categoryOf(
        {
          value: value + parts * others,
          parts,
        },
        present,
        {
          ...rules,
          presenceIsPd,
        }
      );
    };
    const edges = [normalBelow, back].map(numerator => ({
      numerator,
      denominator: 1n,
    }));
    const edge = nearestEdge(known, edges, categoryAt);
    return edge
      ? [
          {
            ...inMm(edge, known, scale),
            lesion: id,
          },
        ]
      : [];
  });
}
/** Distance to the nearest sum, or size of a node, that would make it another category; null where there is none. */ function targetMargin(
  rules
) {
  return nearestMargin([...bySum(rules), ...byNormalNode(rules)]);
}

// ./platform/criteria/src/course/targetRating.ts

const recistTargetRules = {
  pdAbsMm: 5,
  crMeans: 'Every non-nodal target is absent and every nodal target is below 10 mm short axis',
  source: 'Eisenhauer 2009 (RECIST 1.1) section 4.3.1',
  clarified: 'Schwartz 2016 (RECIST 1.1 clarifications)',
  partial: 'Eisenhauer 2009 section 4.4',
};
/** Twenty per cent and the absolute growth over the nadir. */ function meetsPd(
  current,
  nadir,
  scale,
  { pdAbsMm } = recistTargetRules
) {
  return increasedBy(current, nadir, 20n) && current - nadir >= scale.of(pdAbsMm);
}
function signed(value, unit) {
  return value === null ? 'n/a' : `${value > 0 ? '+' : ''}${value.toFixed(2)} ${unit}`;
}
const normalThreshold = 'every node below the short axis of a normal one';
/** The numbers of a reason; with a target missing what was read is a lower bound, that only growth can be told from. */ function figuresOf(
  { current, baseline, nadir },
  states,
  scale
) {
  const read = current.known > 0n || states.some(isRead);
  const known = read ? scale.toMm(current.known) : null;
  const tells = read && (current.complete || current.known >= nadir);
  return {
    sumMm: current.complete ? known : null,
    ...(current.complete || !read
      ? {}
      : {
          lowerBoundMm: known,
        }),
    baselineMm: scale.toMm(baseline),
    nadirMm: scale.toMm(nadir),
    changeFromBaselinePct: read && current.complete ? percentChange(current.known, baseline) : null,
    changeFromNadirPct: tells ? percentChange(current.known, nadir) : null,
    changeFromNadirMm: tells ? scale.toMm(current.known - nadir) : null,
  };
}
/** Target response in the order PD by partial sum, CR, PD, PR, SD (oncology-criteria 0.4). */ function rateTarget(
  context
) {
  const { states, references, afterCr, carriesPr, parameters, scale } = context;
  const rules = context.rules ?? recistTargetRules;
  const { pdAbsMm, clarified } = rules;
  const { current, baseline, nadir } = references;
  const absolute = pdAbsMm > 0 ? pdAbsMm : null;
  const overNadir = () =>
    `at least 20 %${absolute === null ? '' : ` and ${absolute} mm`} over the nadir`;
  const pdThreshold = () => `sum ${overNadir()}`;
  const reappears = afterCr && parameters.reappearAfterCr === 'pd';
  const backFrom = context.backFrom ?? new Map();
  const again = states
    .filter(
      ({ id, present, status, known, complete }) =>
        present && status !== 'treated' && !(complete && known < (backFrom.get(id) ?? known))
    )
    .map(({ id }) => id);
  const figures = once(() => figuresOf(references, states, scale));
  const result = (category, rule, text, source = rules.source, threshold) => {
    const margin = () =>
      targetMargin({
        states,
        references,
        category,
        pdAbsMm,
        presenceIsPd: reappears && again.length > 0,
        reappears,
        backFrom,
        carriesPr,
        normalNodesBeatPd: parameters.normalNodesBeatPd,
        scale,
      });
    const decided =
      threshold === undefined
        ? {}
        : {
            threshold,
            margin,
          };
    const words = () => text(figures());
    return {
      category,
      trace: [
        {
          rule,
          text: words,
          numbers: figures,
          ...decided,
          source,
        },
      ],
    };
  };
  const growth = ({ changeFromNadirPct, changeFromNadirMm, nadirMm }) =>
    `${changeFromNadirPct === null ? '' : `${signed(changeFromNadirPct, '%')} and `}${signed(changeFromNadirMm, 'mm')} against the nadir of ${nadirMm} mm`;
  if (states.length === 0)
    return {
      category: 'NA',
      trace: [
        {
          rule: 'target.none',
          text: 'No target lesion at baseline.',
          numbers: {},
          source: rules.source,
        },
      ],
    };
  if (reappears && again.length > 0) {
    const rated = result(
      'PD',
      'target.pd.reappeared',
      () => `Disease after a complete response: ${again.join(', ')} present again (REAPPEARED).`,
      clarified,
      states.some(({ normalBelow }) => normalBelow !== null)
        ? () =>
            rules.nodeBackMm === undefined
              ? normalThreshold
              : `${normalThreshold}, and one that was normal less than ${rules.nodeBackMm} mm over its smallest`
        : undefined
    );
    return {
      ...rated,
      reappeared: again,
    };
  }
  const missing = states.filter(({ complete }) => !complete);
  if (missing.length > 0 || references.counted === 0) {
    const bounds = parameters.partialBounds === 'pdOnly';
    if (bounds && meetsPd(current.known, nadir, scale, rules)) {
      return result(
        'PD',
        'target.pd.partial',
        figures =>
          `The targets that were read already sum to ${figures.lowerBoundMm} mm, ${growth(figures)}: progression whatever the others are.`,
        rules.partial,
        pdThreshold
      );
    }
    const reasons = () =>
      missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    const nothing = current.known === 0n && !states.some(isRead);
    return result(
      'NE',
      'target.ne',
      ({ lowerBoundMm }) =>
        references.counted === 0
          ? 'Every target was treated locally.'
          : nothing
            ? `Not evaluable: ${reasons()}; no target was read.`
            : bounds
              ? `Not evaluable: ${reasons()}; what was read (${lowerBoundMm} mm) does not reach progression.`
              : `Not evaluable: ${reasons()}; a sum with a target missing is not rated.`,
      rules.partial,
      bounds && !nothing ? () => `sum of what was read not ${overNadir()}` : undefined
    );
  }
  const complete = states.every(({ present }) => !present);
  const cr = () =>
    result(
      'CR',
      'target.cr',
      ({ sumMm }) => `${rules.crMeans} (sum ${sumMm} mm).`,
      rules.source,
      states.some(({ normalBelow }) => normalBelow !== null) ? () => normalThreshold : undefined
    );
  const progressed = meetsPd(current.known, nadir, scale, rules);
  if (complete && (parameters.normalNodesBeatPd || !progressed)) return cr();
  if (progressed)
    return result(
      'PD',
      'target.pd',
      figures =>
        `Sum ${figures.sumMm} mm: ${growth(figures)} (at least +20 %${absolute === null ? '' : ` and +${absolute} mm`}).`,
      rules.source,
      pdThreshold
    );
  if (decreasedBy(current.known, baseline, 30n)) {
    return result(
      'PR',
      'target.pr',
      ({ sumMm, changeFromBaselinePct, baselineMm }) =>
        `Sum ${sumMm} mm: ${signed(changeFromBaselinePct, '%')} against the baseline of ${baselineMm} mm (at least -30 %).`,
      rules.source,
      () => 'sum at least 30 % below the baseline'
    );
  }
  if (carriesPr) {
    return result(
      'PR',
      'target.pr.carried',
      ({ sumMm }) =>
        `Sum ${sumMm} mm is no longer -30 % of baseline; a partial response stays one until progression (prCarry).`,
      clarified,
      () => `sum not ${overNadir()}`
    );
  }
  return result(
    'SD',
    'target.sd',
    figures =>
      `Sum ${figures.sumMm} mm: ${signed(figures.changeFromBaselinePct, '%')} against baseline is not -30 %, and ${growth(figures)} is not +20 %${absolute === null ? '' : ` with +${absolute} mm`}.`,
    rules.source,
    () =>
      `neither 30 % below the baseline nor 20 %${absolute === null ? '' : ` and ${absolute} mm`} over the nadir`
  );
}

// ./platform/criteria/src/course/courseRules.ts

const recistRules = {
  target: recistTargetRules,
  nonTarget: recistNonTargetRules,
  newLesions: recistNewLesionRules,
  nodeLimits: recistNodeLimits,
  hosts: 'targets',
  baselineSource: 'Eisenhauer 2009 (RECIST 1.1) section 4.2',
  missingSource: 'Eisenhauer 2009 section 4.4',
};

// ./platform/criteria/src/course/plainNewLesion.ts
/** A new lesion of a criterion without rules for nodes: by what was stated, else by whether a size was given. */ function plainNewLesion(
  lesion
) {
  const { status, longestDiameterMm, shortAxisMm, tooSmallToMeasure } = lesion;
  if (lesion.evaluable === false) return 'NE';
  if (status === 'absent') return 'NO';
  if (status === 'equivocal') return 'EQUIVOCAL';
  if (status || tooSmallToMeasure) return 'YES';
  const size = longestDiameterMm ?? shortAxisMm ?? null;
  if (size === null) return 'NE';
  return size === 0 ? 'NO' : 'YES';
}

// ./platform/criteria/src/course/selection.ts

/** The organ of a lesion for limits per organ; null when not given. */ function organOf(lesion) {
  if (isNode(lesion)) return 'LYMPH NODES';
  return findLocation(lesion.location)?.organ ?? lesion.location ?? null;
}
/** More than `most` lesions in one organ: one finding per organ, on the first lesion too many. */ function perOrganFindings(
  lesions,
  most,
  rule,
  source
) {
  const organs = new Map();
  for (const lesion of lesions) {
    const organ = organOf(lesion);
    if (organ !== null) organs.set(organ, [...(organs.get(organ) ?? []), lesion]);
  }
  return [...organs].flatMap(([organ, inside]) => {
    const tooMany = inside[most];
    if (!tooMany) return [];
    const text = `${inside.length} lesions in ${organ}; at most ${most} per organ.`;
    return [finding(rule, 'block', tooMany.id, text, source)];
  });
}
/** More than `most` lesions: one finding, on the first too many. */ function totalFindings(
  lesions,
  most,
  kind,
  rule,
  source
) {
  const tooMany = lesions[most];
  if (!tooMany) return [];
  const text = `${lesions.length} ${kind}; at most ${most}.`;
  return [finding(rule, 'block', tooMany.id, text, source)];
}
/** The targets that were chosen at baseline, parts of a split left out. */ function chosenTargets(
  baseline
) {
  return baseline.lesions.list.filter(({ role, splitFrom }) => role === 'target' && !splitFrom);
}
function selection_targetFindings(lesion, rules) {
  const { id } = lesion;
  const block = (rule, text) => finding(rule, 'block', id, text, rules.source);
  if (lesion.evaluable === false)
    return [
      block(
        'baseline.target.notEvaluable',
        `${id} is not evaluable at baseline: every visit is NE.`
      ),
    ];
  if (lesion.status === 'absent')
    return [block('baseline.target.absent', `${id} is a target but absent at baseline.`)];
  const why = lesion.tooSmallToMeasure ? 'it is too small to measure' : rules.tooSmall(lesion);
  return why === null ? [] : [block('baseline.target.tooSmall', `${id} is no target: ${why}.`)];
}
/** What a criterion objects to in what was chosen at baseline. */ function selectionFindings(
  baseline,
  rules
) {
  const lesions = baseline.lesions.list;
  const targets = chosenTargets(baseline);
  const { source, maxPerOrgan } = rules;
  const found = [
    ...perOrganFindings(targets, maxPerOrgan, 'baseline.targets.tooManyPerOrgan', source),
    ...targets.flatMap(lesion => selection_targetFindings(lesion, rules)),
  ];
  for (const { id, role, status } of lesions) {
    if (role === 'new') {
      const text = `${id} is a new lesion at baseline; it is not used.`;
      found.push(finding('baseline.newLesion', 'block', id, text, source));
    }
    if (role === 'non-target' && status === 'absent') {
      const text = `${id} is a non-target but absent at baseline.`;
      found.push(finding('baseline.nonTarget.absent', 'block', id, text, source));
    }
  }
  const stated = baseline.input.noDisease === true;
  if (lesions.length === 0 && !stated) {
    const text = 'No lesion at baseline, and "no disease" is not stated.';
    found.push(finding('baseline.noLesions', 'warning', null, text, source));
  }
  if (lesions.length > 0 && stated) {
    const text = '"No disease" is stated, but lesions are listed.';
    found.push(finding('baseline.noDiseaseContradicted', 'block', null, text, source));
  }
  return found;
}
/** Findings that course/ raises for every criterion, with the paper of this one instead of RECIST's. */ function citing(
  findings,
  source
) {
  return findings.map(one =>
    one.source.startsWith('Eisenhauer')
      ? {
          ...one,
          source,
        }
      : one
  );
}

// ./platform/criteria/src/course/visitComponents.ts

/** A reader's overall judgement of the non-targets that has nothing to judge, or that the lesions contradict. */ function judgementFindings(
  visit,
  { category },
  { nonTargets, rules }
) {
  const judgement = visit.input.nonTargetJudgement;
  if (!judgement || judgement === category) return [];
  const say = (rule, severity, text) => [finding(rule, severity, null, text, rules.baselineSource)];
  if (nonTargets.length === 0) {
    const text = 'A non-target judgement is given, but the baseline has no non-target lesion.';
    return say('nonTarget.judgementWithoutLesions', 'block', text);
  }
  return say(
    'nonTarget.judgementContradicted',
    'warning',
    `The judgement ${judgement} does not fit the lesions' states (${category}).`
  );
}
/** `earlier` are the evaluated visits after the baseline, in date order. */ function visitComponents(
  visit,
  earlier,
  baseline,
  subject
) {
  const { scale, parameters, rules, targets, nonTargets } = subject;
  const past = earlier.map(one => one.visit);
  const history = [baseline.visit, ...past, visit];
  const before = [baseline.states, ...earlier.map(({ states }) => states)];
  const measuring = stateRules(subject);
  const states = targets.map(target => targetState(target, history, measuring));
  const nonTarget = nonTargetRating_rateNonTarget(
    nonTargets,
    visit,
    history,
    parameters,
    scale,
    rules.nonTarget
  );
  const newLesions = rateNewLesions(
    visit,
    past,
    baseline.visit,
    parameters,
    scale,
    rules.newLesions
  );
  return {
    states,
    references: references(states, before, parameters.nadirFromPartial),
    nonTarget,
    newLesions,
    newLesionState: newLesions.state,
    findings: [
      ...entryFindings(visit, history, subject),
      ...judgementFindings(visit, nonTarget, subject),
    ],
  };
}
/** Non-target lesions that are there. */ function presentNonTargets({ states }) {
  return [...states]
    .filter(([, state]) => state === 'present' || state === 'progressed')
    .map(([id]) => id);
}
/** The burden of a visit; without its references where the baseline gives none. Null without a target to sum. */ function visitBurden(
  { references: refs },
  { problem },
  { measure, scale }
) {
  if (refs.counted === 0) return null;
  const burden = burdenOutput(refs, measure, scale);
  if (problem === null) return burden;
  return {
    ...burden,
    nadir: null,
    changeFromBaselinePct: null,
    changeFromNadirPct: null,
    changeFromNadir: null,
  };
}
/** Why nothing of a visit was rated: the target response, where there are targets, and the overall response. */ function unratedTraces(
  reason,
  hasTargets,
  targetSource,
  overallSource = targetSource
) {
  const text = `Not evaluable: ${reason}.`;
  const overall = {
    rule: 'overall.ne',
    text,
    numbers: {},
    source: overallSource,
  };
  const target = {
    rule: 'target.ne',
    text,
    numbers: {},
    source: targetSource,
  };
  return hasTargets ? [target, overall] : [overall];
}

// ./platform/criteria/src/choi/density.ts

const own = lesion => lesion;
/** The lesion itself and its parts, as far as they are listed at this visit. */ function entriesOf(
  id,
  visit,
  earlier
) {
  const lookup = splitEntries([...earlier, visit]);
  return visit.lesions.list.filter(lesion => lesion.id === id || splitRoot(lesion, lookup) === id);
}
const add = (a, b) => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});
const zero = {
  numerator: 0n,
  denominator: 1n,
};
/** One lesion's attenuation times its weight, and the weight (above 0); null when a number is missing. */ function weighed(
  entries,
  { huAggregate },
  scale
) {
  let sum = 0n;
  let weight = 0n;
  for (const { densityHu, densityAreaMm2 } of entries.map(own)) {
    if (typeof densityHu !== 'number') return null;
    if (huAggregate === 'mean') {
      sum += scale.of(densityHu);
      weight += 1n;
      continue;
    }
    if (typeof densityAreaMm2 !== 'number') return null;
    sum += scale.of(densityHu) * scale.of(densityAreaMm2);
    weight += scale.of(densityAreaMm2);
  }
  // By plain mean every lesion weighs the same, however many parts it has.
  return huAggregate === 'mean'
    ? {
        sum: {
          numerator: sum,
          denominator: weight,
        },
        weight: 1n,
      }
    : {
        sum: {
          numerator: sum,
          denominator: 1n,
        },
        weight,
      };
}
/** There to be measured by itself. */ const isThere = ({
  mergedInto,
  tooSmallToMeasure,
  longestDiameterMm,
}) => !mergedInto && (tooSmallToMeasure === true || (longestDiameterMm ?? 0) > 0);
/**
 * Mean over the targets that are there of their mean attenuation; none while a target was not read or was treated.
 * `earlier` is baseline to the visit before it.
 */ function densityOf(states, visit, earlier, parameters, scale) {
  const missing = [];
  let sum = zero;
  let weight = 0n;
  for (const { id, status, complete } of states) {
    // Treated and complete it is counted as zero or left out.
    if (!complete || status === 'treated') continue;
    const entries = entriesOf(id, visit, earlier).filter(isThere);
    if (entries.length === 0) continue;
    const lesion = weighed(entries, parameters, scale);
    if (lesion === null) missing.push(id);
    else {
      sum = add(sum, lesion.sum);
      weight += lesion.weight;
    }
  }
  const known = missing.length === 0 && weight > 0n && states.every(({ complete }) => complete);
  return {
    mean: known
      ? {
          numerator: sum.numerator,
          denominator: sum.denominator * weight,
        }
      : null,
    missing,
  };
}
/** A decrease of 15 % or more; never from a baseline of 0 HU or less. */ function isDensityResponse(
  current,
  baseline
) {
  if (!current || !baseline || baseline.numerator <= 0n) return false;
  return (
    100n * current.numerator * baseline.denominator <=
    85n * baseline.numerator * current.denominator
  );
}
const huOf = (mean, scale) =>
  mean === null ? null : ratio(mean.numerator, mean.denominator * scale.one);
/** Change in per cent; null without two means or from a baseline of 0 HU or less. */ function huChange(
  current,
  baseline
) {
  if (!current || !baseline || baseline.numerator <= 0n) return null;
  const reference = baseline.numerator * current.denominator;
  return ratio(100n * (current.numerator * baseline.denominator - reference), reference);
}

// ./platform/criteria/src/choi/margin.ts

/** PD by size that density does not rescue, then response, else stable. */ function margin_categoryOf(
  { smaller, grown, lessDense },
  { modified, stable }
) {
  if (grown && lessDense !== true) return 'PD';
  const responds = modified ? smaller && lessDense !== false : smaller || lessDense === true;
  return responds ? 'PR' : stable;
}
/** Current and baseline density in the same units; null where density is not compared. */ function densities({
  density,
  baselineDensity,
}) {
  if (density === null || baselineDensity === null || baselineDensity.numerator <= 0n) return null;
  return {
    current: density.numerator * baselineDensity.denominator,
    baseline: baselineDensity.numerator * density.denominator,
    units: density.denominator * baselineDensity.denominator,
  };
}
/**
 * Distance to the nearest threshold of size (mm) or density (HU) beyond which the category is another one, each as a
 * part of its reference. Where it takes both to be crossed, the farther of the two is the distance.
 */ function choiMargin(measured, scale) {
  const { sum, baseline, reference } = measured;
  const [pr, pd] = [9n * baseline, 11n * reference];
  const hu = densities(measured);
  const now = {
    smaller: 10n * sum <= pr,
    grown: reference === 0n ? sum > 0n : 10n * sum >= pd,
    lessDense: hu === null ? null : 100n * hu.current <= 85n * hu.baseline,
  };
  const bySize = (numerator, of, met) => ({
    met,
    current: sum,
    numerator,
    denominator: 10n,
    unit: 'mm',
    one: scale.one,
    reference: of,
    category: margin_categoryOf(met, measured),
  });
  // Crossing one threshold of size may mean that the other one is crossed as well.
  const sizes = [
    bySize(pr, baseline, {
      ...now,
      smaller: !now.smaller,
      grown: pr >= pd,
    }),
    bySize(pd, reference, {
      ...now,
      smaller: baseline > 0n && pd <= pr,
      grown: !now.grown,
    }),
  ];
  const byDensity = met =>
    hu === null
      ? []
      : [
          {
            category: margin_categoryOf(
              {
                ...met,
                lessDense: !now.lessDense,
              },
              measured
            ),
            current: hu.current,
            numerator: 85n * hu.baseline,
            denominator: 100n,
            unit: 'HU',
            one: scale.one * hu.units,
            reference: hu.baseline,
          },
        ];
  const both = sizes.flatMap(size =>
    byDensity(size.met).map(density => ({
      ...farthestCrossing([size, density]),
      category: density.category,
    }))
  );
  const category = margin_categoryOf(now, measured);
  return nearestMargin(
    [...sizes, ...byDensity(now), ...both].filter(one => one.category !== category)
  );
}

// ./platform/criteria/src/choi/target.ts

const target_source = 'Choi 2007 criteria table';
/** In per cent; null: from a reference of 0 mm. */ const change = (percent, reference) =>
  percent === null
    ? `over ${reference}`
    : `${percent > 0 ? '+' : ''}${percent.toFixed(2)} % against ${reference}`;
/** Target response in the order nodule, CR, size progression that density does not rescue, PR, SD. */ function target_rateTarget(
  context
) {
  const { states, references, density, baselineDensity, nodules, parameters, scale } = context;
  const { current, baseline, nadir } = references;
  const { known } = current;
  const reference = parameters['choi.pdRef'] === 'nadir' ? nadir : baseline;
  const fromBaseline = percentChange(known, baseline);
  const fromReference = percentChange(known, reference);
  const changeHu = huChange(density.mean, baselineDensity.mean);
  const numbers = {
    sumMm: scale.toMm(known),
    baselineMm: scale.toMm(baseline),
    referenceMm: scale.toMm(reference),
    changeFromBaselinePct: fromBaseline,
    changeFromReferencePct: fromReference,
    densityHu: huOf(density.mean, scale),
    baselineDensityHu: huOf(baselineDensity.mean, scale),
    densityChangePct: changeHu,
  };
  const result = (category, rule, text, decided = {}) => ({
    category,
    trace: [
      {
        rule,
        text,
        numbers,
        source: target_source,
        ...decided,
      },
    ],
  });
  if (states.length === 0)
    return {
      category: 'NA',
      trace: [
        {
          rule: 'target.none',
          text: 'No target lesion at baseline.',
          numbers: {},
          source: target_source,
        },
      ],
    };
  if (nodules.length > 0)
    return result(
      'PD',
      'target.pd.nodule',
      `New or grown nodule inside ${nodules.join(', ')}: progression whatever size and density.`
    );
  const against = change(
    fromReference,
    `the ${parameters['choi.pdRef']} of ${scale.toMm(reference)} mm`
  );
  const bySize = increasedBy(known, reference, 10n);
  const byDensity = isDensityResponse(density.mean, baselineDensity.mean);
  const grown = `sum at least 10 % over the ${parameters['choi.pdRef']}`;
  const missing = states.filter(({ complete }) => !complete);
  if (missing.length > 0 || references.counted === 0) {
    const bound = {
      ...numbers,
      sumMm: null,
      lowerBoundMm: scale.toMm(known),
    };
    const bounded = parameters.partialBounds === 'pdOnly';
    const at = category =>
      marginTo(
        known,
        [
          {
            category,
            numerator: 11n * reference,
            denominator: 10n,
          },
        ],
        'mm',
        scale.one
      );
    if (bounded && bySize) {
      return result(
        'PD',
        'target.pd.partial',
        `The targets that were read already sum to ${scale.toMm(known)} mm, ${against}: progression whatever the others are. Density is not known and can not rescue it.`,
        {
          numbers: bound,
          threshold: grown,
          margin: at('NE'),
        }
      );
    }
    const reasons = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    return result('NE', 'target.ne', `Not evaluable: ${reasons || 'every target was treated'}.`, {
      numbers: {
        ...bound,
        changeFromBaselinePct: null,
        changeFromReferencePct: null,
      },
      ...(bounded && states.some(isRead)
        ? {
            threshold: grown,
            margin: at('PD'),
          }
        : {}),
    });
  }
  if (states.every(({ present }) => !present))
    return result('CR', 'target.cr', 'Every target lesion is gone.');
  const modified = parameters['choi.variant'] === 'mChoi';
  const stable = context.declined && parameters['choi.symptomaticDecline'] === 'NE' ? 'NE' : 'SD';
  const margin = choiMargin(
    {
      sum: known,
      baseline,
      reference,
      density: density.mean,
      baselineDensity: baselineDensity.mean,
      modified,
      stable,
    },
    scale
  );
  const sum = `Sum ${scale.toMm(known)} mm`;
  const densityText =
    density.mean === null
      ? 'density not known'
      : `density ${huOf(density.mean, scale)} HU, ${changeHu === null ? 'not compared with the baseline' : change(changeHu, 'the baseline')}`;
  if (bySize && !byDensity)
    return result(
      'PD',
      'target.pd',
      `${sum}: ${against} (at least +10 %); ${densityText}, which ${changeHu === null ? 'rescues nothing' : 'does not rescue it (at least -15 % would)'}.`,
      {
        threshold: changeHu === null ? grown : `${grown} and density not 15 % below the baseline`,
        margin,
      }
    );
  const smaller = decreasedBy(known, baseline, 10n);
  const responds = modified ? smaller && (byDensity || changeHu === null) : smaller || byDensity;
  const needs =
    changeHu === null
      ? 'sum at least 10 % below the baseline'
      : `sum at least 10 % ${modified ? 'and' : 'or'} density at least 15 % below the baseline`;
  const texts = `${sum}: ${change(fromBaseline, 'the baseline')}; ${densityText}`;
  const growth = bySize
    ? `${against} is no progression because of the density`
    : `${against} is no progression (at least +10 %)`;
  if (responds)
    return result(
      'PR',
      'target.pr',
      `${texts}: response (${needs}).${bySize ? ` ${growth}.` : ''}`,
      {
        threshold: needs,
        margin,
      }
    );
  const neither = `${texts}: no response (${needs}), and ${growth}`;
  const threshold = `neither response (${needs}) nor progression (${grown})`;
  return stable === 'NE'
    ? result(
        'NE',
        'target.ne.decline',
        `${neither}; symptoms declined, so it is not stable either.`,
        {
          threshold,
          margin,
        }
      )
    : result('SD', 'target.sd', `${neither}.`, {
        threshold,
        margin,
      });
}

// ./platform/criteria/src/choi/findings.ts

/** What Choi criteria object to at baseline; targets have 10 mm or more. */ function choiBaselineFindings(
  baseline,
  parameters
) {
  const rules = {
    source: target_source,
    maxPerOrgan: parameters.maxTargetsPerOrgan,
    tooSmall: ({ longestDiameterMm }) =>
      longestDiameterMm != null && longestDiameterMm < 10
        ? `${longestDiameterMm} mm is below 10 mm longest diameter`
        : null,
  };
  return [
    ...totalFindings(
      chosenTargets(baseline),
      parameters.maxTargets,
      'targets',
      'baseline.targets.tooMany',
      target_source
    ),
    ...selectionFindings(baseline, rules),
  ];
}
/** Density that could not be used: size alone decides then. */ function densityFindings(
  { mean, missing },
  { huAggregate },
  isBaseline
) {
  const what = `mean attenuation${huAggregate === 'mean' ? '' : ' with its area'}`;
  const found = missing.map(id =>
    finding(
      'density.missing',
      'warning',
      id,
      `${id} has no ${what}; size alone decides.`,
      target_source
    )
  );
  if (isBaseline && mean !== null && mean.numerator <= 0n) {
    const text = 'The mean attenuation at baseline is 0 HU or less; size alone decides.';
    found.push(finding('density.baselineNotPositive', 'warning', null, text, target_source));
  }
  return found;
}

// ./platform/criteria/src/choi/parameters.ts

const limit = (value, description) =>
  Type.Integer({
    minimum: 1,
    default: value,
    description,
  });
/** The first value of each choice is the default. Texts: oncology-criteria sections 0.2 to 0.4, 11 and 16.1. */ const choi_parameters_ParametersSchema =
  Type.Object(
    {
      ...Type.Pick(CourseSchema, [
        'measurementPrecisionMm',
        'tstmDefaultMm',
        'localTreatment',
        'nadirFromPartial',
        'partialBounds',
        'equivocalBackdate',
        'newLesionNe',
        'visitDateRule',
      ]).properties,
      huAggregate: oneOf(
        ['mean', 'areaWeighted'],
        'Density over several targets: plain mean of their means, or weighted by area.'
      ),
      'choi.pdRef': oneOf(['nadir', 'baseline'], 'What growth of the sum is measured against.'),
      'choi.variant': oneOf(
        ['choi', 'mChoi'],
        'Response by size or density (Choi), or by both (modified Choi).'
      ),
      'choi.symptomaticDecline': oneOf(
        ['NE', 'SD'],
        'Neither response nor progression, with a decline of symptoms: not stable, so not evaluable, or stable all the same.'
      ),
      maxTargets: limit(10, 'Largest number of targets in total.'),
      maxTargetsPerOrgan: limit(
        5,
        'Largest number of targets in one organ; all nodes are one organ.'
      ),
      ...bestResponseParameters,
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/choi/assessChoi.ts

const noNodeLimits = () => ({
  targetFromMm: 0,
  normalBelowMm: 0,
  newFromMm: 0,
});
const assessChoi_rules = {
  ...recistRules,
  nonTarget: {
    source: target_source,
    nodeLimits: noNodeLimits,
  },
  newLesions: {
    source: target_source,
    nodeLimits: noNodeLimits,
    stateOf: plainNewLesion,
  },
  nodeLimits: noNodeLimits,
  baselineSource: target_source,
  missingSource: target_source,
};
/** Longest diameters of everything, nodes too; the decimals of densities are kept as well. */ function lengths(
  tstmDefaultMm
) {
  const measure = diameters(tstmDefaultMm);
  return {
    ...measure,
    recorded: lesion => [
      ...measure.recorded(lesion),
      own(lesion).densityHu,
      own(lesion).densityAreaMm2,
    ],
  };
}
function assessChoi_baselineOutput({ visit, states, problem }, density, subject) {
  const { scale } = subject;
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const read = scale.toMm(sum.known);
  const value = sum.complete ? read : null;
  const hu = huOf(density.mean, scale);
  const findings = [
    ...choiBaselineFindings(visit, subject.own),
    ...citing(entryFindings(visit, [visit], subject), target_source),
    ...densityFindings(density, subject.own, true),
  ];
  if (problem !== null) {
    const text = `Every visit is NE: ${problem}.`;
    findings.push(finding('baseline.notEvaluable', 'block', null, text, target_source));
  }
  const numbers =
    states.length === 0
      ? {}
      : {
          sumMm: value,
          densityHu: hu,
        };
  const targets = `${states.length} ${states.length === 1 ? 'target' : 'targets'}`;
  const text =
    states.length === 0
      ? 'No target lesion.'
      : `Sum of ${targets}: ${value === null ? 'not known' : `${value} mm`}, mean density ${hu === null ? 'not known' : `${hu} HU`}.`;
  return {
    id: visit.id,
    date: visit.date,
    burden:
      states.length === 0
        ? null
        : {
            value,
            unit: 'mm',
            ...(value === null
              ? {
                  lowerBound: read,
                }
              : {}),
          },
    lesions: contributions(states, subject),
    trace: [
      {
        rule: 'baseline.sum',
        text,
        numbers,
        source: target_source,
      },
    ],
    findings,
  };
}
const nodules = ['new', 'grown'];
/** Lesions in which this visit shows a new or grown nodule, each with the entries that have it: itself or its parts. */ function nodulesAt(
  followed,
  visit,
  earlier
) {
  if (visit.input.evaluable === false) return new Map();
  const found = followed.map(({ id }) => [
    id,
    entriesOf(id, visit, earlier)
      .filter(lesion => nodules.some(nodule => nodule === own(lesion).intratumoralNodule))
      .map(lesion => lesion.id),
  ]);
  return new Map(found.filter(([, entries]) => entries.length > 0));
}
/** A nodule inside a non-target is progression of it. */ function withNodules(rating, nodules) {
  if (nodules.size === 0) return rating;
  const text = `New or grown nodule inside ${[...nodules.keys()].join(', ')}: progression.`;
  return {
    ...rating,
    category: 'PD',
    trace: [
      ...rating.trace,
      {
        rule: 'nonTarget.pd.nodule',
        text,
        numbers: {},
        source: target_source,
      },
    ],
  };
}
function assessChoi_evaluate(visit, earlier, baseline, subject) {
  const { scale, own: parameters } = subject;
  const past = [baseline.visit, ...earlier.map(one => one.visit)];
  const parts = visitComponents(visit, earlier, baseline, subject);
  const { states, newLesions, newLesionState } = parts;
  const targetNodules = nodulesAt(subject.targets, visit, past);
  const otherNodules = nodulesAt(subject.nonTargets, visit, past);
  const nonTarget = withNodules(parts.nonTarget, otherNodules);
  const density = densityOf(states, visit, past, parameters, scale);
  const excluded = new Set(states.filter(one => one.excluded).map(({ id }) => id));
  const baselineDensity = densityOf(
    baseline.states.filter(({ id }) => !excluded.has(id)),
    baseline.visit,
    [],
    parameters,
    scale
  );
  const declined = visit.input.symptomaticDecline === true;
  const target = target_rateTarget({
    states,
    references: parts.references,
    density,
    baselineDensity,
    nodules: [...targetNodules.keys()],
    declined,
    parameters,
    scale,
  });
  const rated = rateOverall(
    {
      target: target.category,
      nonTarget: nonTarget.category,
      newLesions: newLesionState,
      reappeared: [],
    },
    parameters.newLesionNe,
    target_source
  );
  const reason =
    baseline.problem ??
    (visit.input.evaluable === false
      ? `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`
      : null);
  const overall = reason === null ? rated.value : 'NE';
  const category = reason !== null && target.category !== 'NA' ? 'NE' : target.category;
  const date = responseDate(
    visit,
    {
      states,
      target,
      nonTarget: parts.nonTarget,
      newLesions,
      // A nodule has the date of the scan that shows it, not that of the sum.
      reappeared: [...targetNodules.values(), ...otherNodules.values()].flat(),
      progression: overall === 'PD',
    },
    parameters.visitDateRule
  );
  const findings = [
    ...citing(parts.findings, target_source),
    ...densityFindings(density, parameters, false),
  ];
  if (declined) {
    const text = 'Symptoms declined: recorded, never progression by imaging alone.';
    findings.push(finding('symptoms.declined', 'note', null, text, target_source));
  }
  return {
    visit,
    states,
    overall,
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date,
      burden: visitBurden(parts, baseline, subject),
      lesions: contributions(states, subject),
      target: category === 'NA' ? null : category,
      nonTarget: nonTarget.category === 'NA' ? null : nonTarget.category,
      newLesions: newLesionState === 'NE' ? null : newLesionState === 'YES',
      overall,
      revised: null,
      trace:
        reason === null
          ? [...target.trace, ...nonTarget.trace, ...newLesions.trace, ...rated.trace]
          : [
              ...nonTarget.trace,
              ...newLesions.trace,
              ...unratedTraces(reason, states.length > 0, target_source),
            ],
      findings,
    },
  };
}
/** Choi criteria for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */ function assessChoi(
  input
) {
  const parameters = parametersOf('choi', choi_parameters_ParametersSchema, input.parameters);
  checkDates(input, parameters);
  const measure = lengths(parameters.tstmDefaultMm);
  const course = readSubject(input, measure, [parameters.tstmDefaultMm]);
  const plain = ({ id }) => ({
    id,
    node: false,
  });
  const subject = {
    ...course,
    targets: course.targets.map(plain),
    nonTargets: course.nonTargets.map(plain),
    measure,
    own: parameters,
    parameters: {
      ...parameters,
      normalNodesBeatPd: true,
      petNewLesion: true,
    },
    rules: assessChoi_rules,
  };
  const timepoints = [];
  if (subject.baseline) {
    const baseline = rateBaseline(subject.baseline, subject);
    const density = densityOf(baseline.states, baseline.visit, [], parameters, subject.scale);
    timepoints.push(assessChoi_baselineOutput(baseline, density, subject));
    const evaluated = [];
    for (const visit of subject.visits)
      evaluated.push(assessChoi_evaluate(visit, evaluated, baseline, subject));
    const revisions = parameters.equivocalBackdate ? equivocalRevisions(evaluated) : new Map();
    for (const { output } of evaluated)
      timepoints.push(revisedBy(output, revisions.get(output.id)));
  }
  return {
    criterion: 'choi',
    parameters: {
      ...parameters,
    },
    timepoints,
    bestOverallResponse: bestResponseOf(timepoints.slice(1), input, parameters, subject.baseline),
  };
}

// ./platform/criteria/src/choi/inputs.ts

const ChoiLesionSchema = Type.Object({
  densityHu: Type.Optional(
    Type.Union([Type.Number(), Type.Null()], {
      description: 'Mean attenuation of the whole lesion in the portal-venous phase, HU.',
    })
  ),
  densityAreaMm2: Type.Optional(
    Type.Union(
      [
        Type.Number({
          exclusiveMinimum: 0,
        }),
        Type.Null(),
      ],
      {
        description:
          "Area that the mean attenuation was taken over, mm²: for huAggregate 'areaWeighted'.",
      }
    )
  ),
  intratumoralNodule: Type.Optional(
    Type.Union(
      [
        Type.Literal('none'),
        Type.Literal('stable'),
        Type.Literal('new'),
        Type.Literal('grown'),
        Type.Null(),
      ],
      {
        description: 'Enhancing nodule inside the lesion; new or grown is progression.',
      }
    )
  ),
});
const ChoiTimepointSchema = Type.Object({
  symptomaticDecline: Type.Optional(
    Type.Union([Type.Boolean(), Type.Null()], {
      description: 'Decline of symptoms that the reader attributes to the tumour.',
    })
  ),
});

// ./platform/criteria/src/choi/choi.ts

const choi = {
  id: 'choi',
  name: 'Choi',
  source: 'Choi H, Charnsangavej C, Faria SC et al. J Clin Oncol 2007;25:1753-1759, criteria table',
  parameters: Type.Partial(choi_parameters_ParametersSchema),
  inputs: {
    lesion: ChoiLesionSchema,
    timepoint: ChoiTimepointSchema,
  },
  components: combineByGrid_ComponentsSchema,
  tables: gridTables(target_source),
  readerResponses: ['CR', 'PR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE'],
  assess: assessChoi,
  combine: components => combineByGrid(components, 'choi', target_source),
};

// ./platform/criteria/src/irrc/confirmation.ts

function confirmation_daysBetween(from, to) {
  if (from.date === null || to.date === null) return Number.NEGATIVE_INFINITY;
  return dayNumber(to.date, '/timepoints') - dayNumber(from.date, '/timepoints');
}
/**
 * What the visits after an irPD make of it: confirmed by the first one `confirmationDays` or more later whose burden is
 * still 25 % over the nadir before it, void once one is below or too many in a row could not be read.
 */ function outcome(first, later, parameters) {
  let unread = 0;
  for (const visit of later) {
    const still = increasedBy(visit.burden, first.nadir, 25n);
    if (!still && !visit.complete) {
      unread += 1;
      if (unread > parameters.maxInterveningNE)
        return {
          kind: 'void',
          by: visit,
        };
    } else if (!still)
      return {
        kind: 'void',
        by: visit,
      };
    else if (confirmation_daysBetween(first, visit) >= parameters.confirmationDays)
      return {
        kind: 'confirmed',
        by: visit,
      };
  }
  return {
    kind: 'open',
  };
}
/**
 * Revisions of irPD by later visits. A confirmed one keeps its first date; visits after it are not revised. Void or
 * never resolved ones are what the parameters say.
 */ function confirmProgression(visits, parameters) {
  const revised = new Map();
  if (!parameters.irPdConfirmation) return revised;
  for (const [index, visit] of visits.entries()) {
    if (visit.overall !== 'irPD') continue;
    const result = outcome(visit, visits.slice(index + 1), parameters);
    if (result.kind === 'confirmed') {
      const byTimepoint = result.by.id;
      revised.set(visit.id, {
        value: 'irPD',
        byTimepoint,
        rule: 'irPd.confirmed',
      });
      return revised;
    }
    if (result.kind === 'void') {
      const value = parameters.voidIrPd === 'NE' ? 'NE' : visit.otherwise;
      revised.set(visit.id, {
        value,
        byTimepoint: result.by.id,
        rule: 'irPd.void',
      });
      continue;
    }
    if (parameters.unresolvedIrPd === 'NE') {
      const byTimepoint = visits.at(-1)?.id ?? visit.id;
      revised.set(visit.id, {
        value: 'NE',
        byTimepoint,
        rule: 'irPd.unresolved',
      });
    }
  }
  return revised;
}

// ./platform/criteria/src/irrc/newLesions.ts

/** Both diameters from `least` mm on; a single one that is large enough leaves it open, none at all is not measurable. */ function newLesions_sizeOf(
  lesion,
  least
) {
  if (lesion.tooSmallToMeasure) return 'small';
  const given = [lesion.longestDiameterMm, lesion.perpendicularDiameterMm].filter(
    value => typeof value === 'number'
  );
  if (given.length === 0 || given.some(value => value < least)) return 'small';
  return given.length === 2 ? 'measurable' : 'incomplete';
}
/**
 * What the new lesions of a visit add. One that was measurable once stays in the burden, 0 when gone and unknown when
 * not read. `history` is baseline to the visit; `seenAs` overrides what a visit called a lesion (an equivocal one that a later visit confirms).
 */ function newBurden(visit, history, before, rating, rules, measurableFromMm, seenAs) {
  const lookup = splitEntries(history);
  const known = new Set(before.map(({ id }) => id));
  const belongsTo = lesion => (lesion.splitFrom ? splitRoot(lesion, lookup) : null) ?? lesion.id;
  const state = id => seenAs(id) ?? rating.perLesion.get(id) ?? 'NO';
  const found = newLesionsOf(visit, history).filter(
    lesion => state(lesion.id) === 'YES' && !known.has(belongsTo(lesion))
  );
  const sized = wanted =>
    found
      .filter(lesion => newLesions_sizeOf(lesion, measurableFromMm) === wanted)
      .map(({ id }) => ({
        id,
        node: false,
      }));
  const counted = [...before, ...sized('measurable')];
  const states = [...counted, ...sized('incomplete')].map(lesion =>
    targetState(lesion, history, rules)
  );
  const inBurden = new Set(states.map(({ id }) => id));
  const others = [...rating.perLesion.keys()].filter(id => {
    const lesion = visit.lesions.get(id) ?? lookup(id);
    return !inBurden.has(lesion ? belongsTo(lesion) : id);
  });
  const order = ['YES', 'NE', 'EQUIVOCAL'];
  return {
    counted,
    states,
    nonMeasurable: order.find(wanted => others.some(id => state(id) === wanted)) ?? 'NO',
  };
}

// ./platform/criteria/src/irrc/findings.ts

const readingSource = 'Wolchok 2009 (irRC) Methods, Table 1';
const isCutaneous = lesion =>
  ['SKIN', 'SUBCUTANEOUS TISSUE'].some(organ => organ === organOf(lesion));
function placesFindings(lesions, kind, rule, { maxVisceral, maxCutaneous }) {
  const cutaneous = lesions.filter(isCutaneous);
  const visceral = lesions.filter(lesion => !isCutaneous(lesion));
  return [
    ...totalFindings(visceral, maxVisceral, `visceral ${kind}`, rule, readingSource),
    ...totalFindings(cutaneous, maxCutaneous, `cutaneous ${kind}`, rule, readingSource),
  ];
}
/** Whether both diameters were given and fit each other. */ function diameterFindings(lesions) {
  return lesions.flatMap(lesion => {
    const { id, longestDiameterMm: longest, perpendicularDiameterMm: across } = lesion;
    if (typeof longest !== 'number') return [];
    const block = (rule, text) => [finding(rule, 'block', id, text, readingSource)];
    if (longest > 0 && across === 0)
      return block(
        'measurement.contradiction',
        `${id}: ${longest} mm long but 0 mm across; it counts as not evaluable.`
      );
    if (typeof across === 'number') {
      if (across <= longest) return [];
      const text = `${id}: the perpendicular (${across} mm) is longer than the longest diameter (${longest} mm).`;
      return [finding('measurement.perpendicularLonger', 'warning', id, text, readingSource)];
    }
    if (longest === 0 || lesion.role === 'non-target' || lesion.evaluable === false) return [];
    return block(
      'measurement.perpendicularMissing',
      `${id}: the perpendicular diameter is missing; no product.`
    );
  });
}
/** What irRC objects to at baseline. */ function irrcBaselineFindings(baseline, parameters) {
  const { measurableFromMm, maxPerOrgan } = parameters;
  const rules = {
    source: readingSource,
    maxPerOrgan,
    tooSmall: lesion =>
      typeof lesion.longestDiameterMm === 'number' &&
      newLesions_sizeOf(lesion, measurableFromMm) === 'small'
        ? `both diameters must be ${measurableFromMm} mm or more`
        : null,
  };
  return [
    ...placesFindings(
      chosenTargets(baseline),
      'index lesions',
      'baseline.targets.tooMany',
      parameters
    ),
    ...selectionFindings(baseline, rules),
    ...diameterFindings([...baseline.lesions.values()]),
  ];
}
/** New measurable lesions that first enter at one visit: no more than index lesions at baseline. */ function irrcVisitFindings(
  visit,
  history,
  parameters
) {
  const seen = new Set(history.slice(0, -1).flatMap(({ lesions }) => [...lesions.keys()]));
  const fresh = newLesionsOf(visit, history).filter(
    lesion =>
      !seen.has(lesion.id) &&
      newLesions_sizeOf(lesion, parameters.measurableFromMm) === 'measurable'
  );
  return [
    ...placesFindings(fresh, 'new measurable lesions', 'newLesions.tooMany', parameters),
    ...perOrganFindings(fresh, parameters.maxPerOrgan, 'newLesions.tooManyPerOrgan', readingSource),
    ...diameterFindings([...visit.lesions.values()]),
  ];
}

// ./platform/criteria/src/irrc/grid.ts
const tableSource = 'Wolchok 2009 (irRC) Tables 1 and 2';
const grid_NN = 'NON-CR/NON-PD';
const every = value => ({
  CR: value,
  [grid_NN]: value,
  PD: value,
  NE: value,
  NA: value,
});
/**
 * Without a new lesion that is not measurable: rows are the total tumour burden, columns the non-index lesions. NA is
 * a subject without index lesions whose burden is still 0.
 */ const withoutNew = {
  CR: {
    ...every('irPR'),
    CR: 'irCR',
    NA: 'irCR',
  },
  PR: every('irPR'),
  SD: every('irSD'),
  PD: every('irPD'),
  NE: every('NE'),
  NA: {
    ...every('irSD'),
    CR: 'irCR',
    NA: 'NED',
  },
};
/** With one: it keeps irCR away and never is progression. */ const withNew = {
  ...withoutNew,
  CR: every('irPR'),
  NA: every('irSD'),
};
const axes = [
  {
    component: 'target',
    label: 'Total tumour burden',
    values: ['CR', 'PR', 'SD', 'PD', 'NE', null],
  },
  {
    component: 'nonTarget',
    label: 'Non-index lesions',
    values: ['CR', grid_NN, 'PD', 'NE', null],
  },
];
const irrcTables = [
  {
    title: 'Without a new non-measurable lesion',
    source: tableSource,
    axes,
    fixed: {
      newLesions: false,
      newMeasurable: false,
    },
  },
  {
    title: 'With a new non-measurable lesion',
    source: tableSource,
    axes,
    fixed: {
      newLesions: true,
      newMeasurable: false,
    },
  },
  {
    title: 'No index lesion at baseline, new measurable lesion',
    source: tableSource,
    axes: [
      {
        component: 'nonTarget',
        label: 'Non-index lesions',
        values: ['CR', grid_NN, 'PD', 'NE', null],
      },
      {
        component: 'newLesions',
        label: 'New non-measurable lesion',
        values: [false, true],
      },
    ],
    fixed: {
      target: null,
      newMeasurable: true,
    },
  },
];
const irrcVocabulary = {
  id: 'irrc',
  rank: ['irCR', 'irPR', 'irSD', 'NED', 'irPD', 'NE', 'ND', 'MISSING'],
  worstFirst: ['irPD', 'irSD', 'irPR', 'irCR', 'NED', 'NE', 'ND', 'MISSING'],
  complete: ['irCR'],
  partial: ['irPR'],
  stable: 'irSD',
  // irRC has no such category; its stable disease takes the place.
  nonCrNonPd: 'irSD',
  progression: 'irPD',
  pendingProgression: null,
  backAfterComplete: 'irPD',
};

// ./platform/criteria/src/irrc/parameters.ts

const parameters_limit = (value, description) =>
  Type.Integer({
    minimum: 1,
    default: value,
    description,
  });
/** The first value of each choice is the default. Texts: oncology-criteria sections 0.2 to 0.4, 3 and 16.1. */ const irrc_parameters_ParametersSchema =
  Type.Object(
    {
      ...Type.Pick(CourseSchema, [
        'measurementPrecisionMm',
        'tstmDefaultMm',
        'localTreatment',
        'nadirFromPartial',
        'partialBounds',
        'equivocalBackdate',
        'newLesionNe',
        'visitDateRule',
      ]).properties,
      irPdBeatsPr: flag(
        true,
        'Whether a burden far below the baseline and far above the nadir is progression.'
      ),
      irPdConfirmation: flag(
        true,
        'Whether irPD waits for a second assessment; false: the first is final.'
      ),
      voidIrPd: oneOf(
        ['otherwise', 'NE'],
        'What an irPD that was not confirmed is: the response of its burden without it, or nothing.'
      ),
      unresolvedIrPd: oneOf(['event', 'NE'], 'An irPD that no later assessment confirms or voids.'),
      measurableFromMm: Type.Number({
        minimum: 0,
        default: 5,
        description: 'Least of both diameters of a measurable lesion, mm.',
      }),
      maxPerOrgan: parameters_limit(
        5,
        'Largest number of index lesions, and of new measurable ones, in one organ.'
      ),
      maxVisceral: parameters_limit(
        10,
        'Largest number of visceral index lesions, and of new measurable ones.'
      ),
      maxCutaneous: parameters_limit(
        5,
        'Largest number of cutaneous index lesions, and of new measurable ones.'
      ),
      ...bestResponseParameters,
      confirmation: oneOf(
        ['responses', 'none'],
        'responses: complete and partial responses count once confirmed by a later visit; none: at once.'
      ),
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/irrc/burden.ts

const burden_source = 'Wolchok 2009 (irRC) Table 1';
const pdThreshold = 'burden at least 25 % over the nadir';
const prThreshold = 'burden at least 50 % below the baseline';
/** In per cent; null: from a reference of 0 mm². */ const burden_change = (percent, reference) =>
  percent === null
    ? `over ${reference}`
    : `${percent > 0 ? '+' : ''}${percent.toFixed(2)} % against ${reference}`;
/** The category of a burden of `value` / `parts` units of which something is left. */ function categoryAt(
  value,
  parts,
  { references: { baseline, nadir }, complete, parameters }
) {
  const grown = increasedBy(value, parts * nadir, 25n);
  if (!complete) return grown && parameters.partialBounds === 'pdOnly' ? 'PD' : 'NE';
  const smaller = decreasedBy(value, parts * baseline, 50n);
  if (grown && (parameters.irPdBeatsPr || !smaller)) return 'PD';
  return smaller ? 'PR' : 'SD';
}
/** Distance to the nearest burden that would be another category. */ function burden_marginOf(
  rules,
  scale
) {
  const { current, baseline, nadir } = rules.references;
  const edges = [
    {
      numerator: 5n * nadir,
      denominator: 4n,
    },
    {
      numerator: baseline,
      denominator: 2n,
    },
  ];
  const edge = nearestEdge(current.known, edges, (value, parts) => categoryAt(value, parts, rules));
  return edge && marginTo(current.known, [edge], 'mm2', scale.one * scale.one);
}
/** The total tumour burden: index lesions and new measurable ones, `states` of both. */ function rateBurden(
  states,
  references,
  hasIndex,
  parameters,
  scale
) {
  const { current, baseline, nadir } = references;
  const { known } = current;
  const sum = scale.toMm2(known);
  const fromBaseline = percentChange(known, baseline);
  const fromNadir = percentChange(known, nadir);
  const numbers = {
    burdenMm2: sum,
    baselineMm2: scale.toMm2(baseline),
    nadirMm2: scale.toMm2(nadir),
    changeFromBaselinePct: fromBaseline,
    changeFromNadirPct: fromNadir,
  };
  const isResponse = decreasedBy(known, baseline, 50n);
  const otherwise = isResponse ? 'PR' : 'SD';
  const result = (category, rule, text, decided = {}) => ({
    category,
    otherwise,
    trace: [
      {
        rule,
        text,
        numbers,
        source: burden_source,
        ...decided,
      },
    ],
  });
  const by = threshold => ({
    threshold,
    margin: () => {
      const complete = states.every(one => one.complete);
      return burden_marginOf(
        {
          references,
          complete,
          parameters,
        },
        scale
      );
    },
  });
  const missing = states.filter(({ complete }) => !complete);
  if (!hasIndex) {
    if (known === 0n && missing.length > 0) {
      const verb = missing.length === 1 ? 'was' : 'were';
      const text = `Not evaluable: ${missing.map(({ id }) => id).join(', ')} ${verb} not read and no index lesion is there to judge by.`;
      return result('NE', 'target.ne', text, {
        numbers: {},
      });
    }
    const text = `No index lesion at baseline; new measurable lesions sum to ${sum} mm².`;
    return result('NA', 'target.none', text, {
      numbers: {
        burdenMm2: sum,
      },
    });
  }
  const growth = burden_change(fromNadir, `the nadir of ${scale.toMm2(nadir)} mm²`);
  const isProgression = increasedBy(known, nadir, 25n);
  if (missing.length > 0 || references.counted === 0) {
    const bound = {
      ...numbers,
      burdenMm2: null,
      lowerBoundMm2: sum,
    };
    if (parameters.partialBounds === 'pdOnly' && isProgression)
      return result(
        'PD',
        'target.pd.partial',
        `What was read already sums to ${sum} mm², ${growth}: progression whatever the rest is.`,
        {
          numbers: bound,
          ...by(pdThreshold),
        }
      );
    const reasons = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    const text =
      references.counted === 0
        ? 'Every index lesion was treated locally.'
        : isProgression
          ? `Not evaluable: ${reasons}.`
          : `Not evaluable: ${reasons}; what was read (${sum} mm²) does not reach progression.`;
    const bounded = parameters.partialBounds === 'pdOnly' && references.counted > 0;
    return result('NE', 'target.ne', text, {
      numbers: {
        ...bound,
        changeFromBaselinePct: null,
        changeFromNadirPct: null,
      },
      ...(bounded && states.some(isRead) ? by(pdThreshold) : {}),
    });
  }
  if (known === 0n && states.every(({ present }) => !present))
    return result('CR', 'target.cr', 'Every index and new measurable lesion is gone (0 mm²).');
  const progression = () =>
    result('PD', 'target.pd', `Burden ${sum} mm²: ${growth} (at least +25 %).`, by(pdThreshold));
  if (isProgression && (parameters.irPdBeatsPr || !isResponse)) return progression();
  if (isResponse)
    return result(
      'PR',
      'target.pr',
      `Burden ${sum} mm²: ${burden_change(fromBaseline, `the baseline of ${scale.toMm2(baseline)} mm²`)} (at least -50 %).`,
      by(prThreshold)
    );
  return result(
    'SD',
    'target.sd',
    `Burden ${sum} mm²: ${burden_change(fromBaseline, 'the baseline')} is not -50 %, and ${growth} is not +25 %.`,
    by('burden neither 50 % below the baseline nor 25 % over the nadir')
  );
}

// ./platform/criteria/src/irrc/overall.ts

/** Overall response of one visit from its components. */ function irrc_overall_rateOverall(
  { target, nonTarget, newLesions, newMeasurable },
  newLesionNe
) {
  const result = (value, rule, text) => ({
    value,
    trace: [
      {
        rule,
        text,
        numbers: {},
        source: tableSource,
      },
    ],
  });
  const parts = `burden ${target}, non-index ${nonTarget}, new non-measurable ${newLesions}`;
  if (target === 'NA' && newMeasurable)
    return result(
      'irPD',
      'overall.newMeasurable',
      `A new measurable lesion without index lesions at baseline: ${parts}.`
    );
  const value = (newLesions === 'YES' ? withNew : withoutNew)[target][nonTarget];
  if (value === 'irCR' && newLesions === 'NE' && newLesionNe === 'noCr')
    return result(
      target === 'NA' ? 'irSD' : 'irPR',
      'overall.newLesionNe',
      `New lesions could not be judged, which forbids irCR: ${parts}.`
    );
  return result(value, 'overall.table', `${parts}: ${value}.`);
}
const overall_Code = description =>
  Type.Optional(
    Type.Union([Type.String(), Type.Null()], {
      description,
    })
  );
const overall_ComponentsSchema = Type.Object({
  target: overall_Code(
    'Total tumour burden: CR (gone), PR, SD, PD, NE; null without index lesions.'
  ),
  nonTarget: overall_Code(
    'Non-index lesions: CR (absent), NON-CR/NON-PD (stable), PD, NE; null if none.'
  ),
  newLesions: Type.Optional(
    Type.Union([Type.Boolean(), Type.String(), Type.Null()], {
      description: 'New lesions that are not measurable: true or YES, NO, EQUIVOCAL, NE.',
    })
  ),
  newMeasurable: Type.Optional(
    Type.Union([Type.Boolean(), Type.Null()], {
      description: 'A new measurable lesion is in the burden.',
    })
  ),
});
/** The table alone; a null component means that the subject has none of that kind. */ function combineIrrc(
  components
) {
  const { target, nonTarget, newLesions, newMeasurable } = components;
  const state =
    typeof newLesions === 'string'
      ? combineByGrid_pick(
          newLesions,
          ['NO', 'YES', 'EQUIVOCAL', 'NE'],
          '/components/newLesions',
          'irrc'
        )
      : newLesions
        ? 'YES'
        : 'NO';
  return irrc_overall_rateOverall(
    {
      target: combineByGrid_pick(
        target?.replace(/^ir/, ''),
        ['CR', 'PR', 'SD', 'PD', 'NE'],
        '/components/target',
        'irrc'
      ),
      nonTarget: combineByGrid_pick(
        nonTarget === 'NN' ? 'NON-CR/NON-PD' : nonTarget,
        ['CR', 'NON-CR/NON-PD', 'PD', 'NE'],
        '/components/nonTarget',
        'irrc'
      ),
      newLesions: state === 'NA' ? 'NO' : state,
      newMeasurable: newMeasurable === true,
    },
    'noCr'
  ).value;
}

// ./platform/criteria/src/irrc/visit.ts

function visit_evaluate(visit, earlier, baseline, subject, seenAs) {
  const { scale, own, measure } = subject;
  const { problem } = baseline;
  const history = [baseline.visit, ...earlier.map(one => one.visit), visit];
  const parts = visitComponents(visit, earlier, baseline, subject);
  const last = earlier.at(-1);
  const added = newBurden(
    visit,
    history,
    last?.counted ?? [],
    parts.newLesions,
    stateRules(subject),
    own.measurableFromMm,
    lesion => seenAs(visit.id, lesion)
  );
  const states = [...parts.states, ...added.states];
  const before = [baseline.states, ...earlier.map(one => [...one.states, ...one.newStates])];
  const refs = references(states, before, own.nadirFromPartial);
  const burden = rateBurden(states, refs, parts.states.length > 0, own, scale);
  const readable = visit.input.evaluable !== false;
  const newLesions = readable ? added.nonMeasurable : 'NE';
  const components = {
    target: burden.category,
    nonTarget: parts.nonTarget.category,
    newLesions,
    newMeasurable: added.states.some(({ known }) => known > 0n),
  };
  const rated = irrc_overall_rateOverall(components, own.newLesionNe);
  const reason =
    problem ??
    (readable ? null : `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`);
  const overall = reason === null ? rated.value : 'NE';
  // A sum with a lesion missing is a lower bound: no response can be read off it.
  const otherwise = refs.current.complete
    ? irrc_overall_rateOverall(
        {
          ...components,
          target: burden.otherwise,
        },
        own.newLesionNe
      ).value
    : 'irSD';
  const category = reason !== null && burden.category !== 'NA' ? 'NE' : burden.category;
  const dateOf = progression =>
    responseDate(
      visit,
      {
        states,
        target: {
          category: burden.category,
          trace: burden.trace,
        },
        nonTarget: {
          ...parts.nonTarget,
          category: 'NA',
        },
        newLesions: {
          ...parts.newLesions,
          perLesion: new Map(),
        },
        reappeared: [],
        progression,
      },
      own.visitDateRule
    );
  const date = dateOf(overall === 'irPD' && burden.category === 'PD');
  const sum = burdenOutput(refs, measure, scale);
  const anyNew = parts.newLesionState;
  return {
    visit,
    states: parts.states,
    references: parts.references,
    newStates: added.states,
    counted: added.counted,
    perLesion: parts.newLesions.perLesion,
    overall,
    settled: {
      id: visit.id,
      date,
      otherwiseDate: dateOf(false),
      overall,
      otherwise,
      burden: refs.current.known,
      complete: refs.current.complete,
      nadir: refs.nadir,
    },
    output: {
      id: visit.id,
      date,
      burden:
        refs.counted === 0
          ? null
          : problem === null
            ? sum
            : {
                ...sum,
                nadir: null,
                changeFromBaselinePct: null,
                changeFromNadirPct: null,
                changeFromNadir: null,
              },
      lesions: contributions(states, subject),
      target: category === 'NA' ? null : category,
      nonTarget: components.nonTarget === 'NA' ? null : components.nonTarget,
      newLesions: anyNew === 'NE' ? null : anyNew === 'YES',
      components: {
        newLesions,
        newMeasurable: components.newMeasurable ? 'YES' : 'NO',
      },
      overall,
      revised: null,
      trace:
        reason === null
          ? [...burden.trace, ...parts.nonTarget.trace, ...parts.newLesions.trace, ...rated.trace]
          : [
              ...parts.nonTarget.trace,
              ...parts.newLesions.trace,
              ...unratedTraces(reason, burden.category !== 'NA', readingSource),
            ],
      findings: [
        ...citing(parts.findings, readingSource),
        ...irrcVisitFindings(visit, history, own),
      ],
    },
  };
}

// ./platform/criteria/src/irrc/assessIrrc.ts

// No rule for nodes: they are measured and seen like anything else.
const assessIrrc_noNodeLimits = () => ({
  targetFromMm: 0,
  normalBelowMm: 0,
  newFromMm: 0,
});
const assessIrrc_rules = {
  ...recistRules,
  hosts: 'targetsAndNew',
  nonTarget: {
    source: 'Wolchok 2009 (irRC) Table 2',
    nodeLimits: assessIrrc_noNodeLimits,
  },
  newLesions: {
    source: 'Wolchok 2009 (irRC) Table 1',
    nodeLimits: assessIrrc_noNodeLimits,
    stateOf: plainNewLesion,
  },
  nodeLimits: assessIrrc_noNodeLimits,
  baselineSource: readingSource,
  missingSource: readingSource,
};
/** A length with 0 mm across is a slip, not a lesion of no size. */ function areas(tstmDefaultMm) {
  const measure = products(tstmDefaultMm);
  return {
    ...measure,
    value: (lesion, node, scale) =>
      (lesion.longestDiameterMm ?? 0) > 0 && lesion.perpendicularDiameterMm === 0
        ? null
        : measure.value(lesion, node, scale),
  };
}
function assessIrrc_baselineOutput(baseline, subject) {
  const { visit, states, problem } = baseline;
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const read = subject.scale.toMm2(sum.known);
  const value = sum.complete ? read : null;
  const findings = [
    ...irrcBaselineFindings(visit, subject.own),
    ...citing(entryFindings(visit, [visit], subject), readingSource),
  ];
  if (problem !== null) {
    const text = `Every visit is NE: ${problem}.`;
    findings.push(finding('baseline.notEvaluable', 'block', null, text, readingSource));
  }
  const sizes =
    states.length === 1
      ? 'Product of 1 index lesion'
      : `Sum of the products of ${states.length} index lesions`;
  const text =
    states.length === 0
      ? 'No index lesion.'
      : `${sizes}: ${value === null ? 'not known' : `${value} mm²`}.`;
  return {
    id: visit.id,
    date: visit.date,
    burden:
      states.length === 0
        ? null
        : {
            value,
            unit: 'mm2',
            ...(value === null
              ? {
                  lowerBound: read,
                }
              : {}),
          },
    lesions: contributions(states, subject),
    trace: [
      {
        rule: 'baseline.sum',
        text,
        numbers:
          states.length === 0
            ? {}
            : {
                burdenMm2: value,
              },
        source: readingSource,
      },
    ],
    findings,
  };
}
function confirmedEquivocal(rated) {
  const confirmed = new Map();
  const open = new Map();
  for (const { visit, perLesion } of rated) {
    for (const [lesion, state] of perLesion) {
      const waiting = open.get(lesion) ?? [];
      if (state === 'EQUIVOCAL') open.set(lesion, [...waiting, visit.id]);
      if (state === 'NO' || state === 'YES') open.delete(lesion);
      if (state !== 'YES') continue;
      for (const id of waiting)
        confirmed.set(id, new Map([...(confirmed.get(id) ?? []), [lesion, visit.id]]));
    }
  }
  return confirmed;
}
/** `again` are the visits rated with the equivocal lesions of `confirmed` taken for new ones; empty without any. */ function revise(
  rated,
  again,
  confirmed,
  subject
) {
  const settled = rated.map((one, index) => {
    const other = again[index];
    return other && confirmed.has(one.visit.id) ? other.settled : one.settled;
  });
  const progression = confirmProgression(settled, subject.own);
  return rated.map((one, index) => {
    const { id } = one.visit;
    const now = settled[index];
    const byPd = progression.get(id);
    if (now && byPd) {
      const date = byPd.value === now.overall ? now.date : now.otherwiseDate;
      return {
        ...one.output,
        date,
        revised: byPd,
      };
    }
    const [byTimepoint] = confirmed.get(id)?.values() ?? [];
    if (!now || byTimepoint === undefined || now.overall === one.overall) return one.output;
    const rule = 'newLesion.equivocalConfirmed';
    return {
      ...one.output,
      date: now.date,
      revised: {
        value: now.overall,
        byTimepoint,
        rule,
      },
    };
  });
}
/** irRC for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */ function assessIrrc(
  input
) {
  const own = parametersOf('irrc', irrc_parameters_ParametersSchema, input.parameters);
  checkDates(input, own);
  const measure = areas(own.tstmDefaultMm);
  const course = readSubject(input, measure, [own.tstmDefaultMm, own.measurableFromMm]);
  const plain = ({ id }) => ({
    id,
    node: false,
  });
  const subject = {
    ...course,
    targets: course.targets.map(plain),
    nonTargets: course.nonTargets.map(plain),
    measure,
    own,
    // RECIST's limits are not asked: irrcBaselineFindings has this criterion's.
    parameters: {
      ...own,
      normalNodesBeatPd: true,
      petNewLesion: true,
      maxTargets: own.maxVisceral + own.maxCutaneous,
      maxTargetsPerOrgan: own.maxPerOrgan,
    },
    rules: assessIrrc_rules,
  };
  const timepoints = [];
  if (subject.baseline) {
    const baseline = rateBaseline(subject.baseline, subject);
    const rate = seenAs => {
      const rated = [];
      for (const visit of subject.visits)
        rated.push(visit_evaluate(visit, rated, baseline, subject, seenAs));
      return rated;
    };
    const rated = rate(() => null);
    const confirmed = own.equivocalBackdate ? confirmedEquivocal(rated) : new Map();
    const again =
      confirmed.size === 0
        ? []
        : rate((visit, lesion) => (confirmed.get(visit)?.has(lesion) ? 'YES' : null));
    timepoints.push(
      assessIrrc_baselineOutput(baseline, subject),
      ...revise(rated, again, confirmed, subject)
    );
  }
  return {
    criterion: 'irrc',
    parameters: {
      ...own,
    },
    timepoints,
    bestOverallResponse: bestResponseOf(
      timepoints.slice(1),
      input,
      own,
      subject.baseline,
      irrcVocabulary
    ),
  };
}

// ./platform/criteria/src/irrc/irrc.ts

const irrc = {
  id: 'irrc',
  name: 'irRC',
  source: "Wolchok JD, Hoos A, O'Day S et al. Clin Cancer Res 2009;15:7412-7420, Tables 1 and 2",
  parameters: Type.Partial(irrc_parameters_ParametersSchema),
  inputs: {},
  components: overall_ComponentsSchema,
  tables: irrcTables,
  readerResponses: ['irCR', 'irPR', 'irSD', 'NED', 'irPD', 'NE'],
  assess: assessIrrc,
  combine: combineIrrc,
};

// ./platform/criteria/src/course/responseCarry.ts

/** The last earlier overall response that is not NE. */ function lastResponse(earlier) {
  return (
    earlier
      .map(({ overall }) => overall)
      .filter(overall => overall !== 'NE')
      .at(-1) ?? null
  );
}
/**
 * `prCarry` 'faq': a target response was reached (where responses are confirmed: twice, `confirmationDays` apart)
 * and no progression came since.
 */ function carriesPr(earlier, parameters) {
  if (parameters.prCarry === 'none') return false;
  const lastPd = earlier.findLastIndex(({ overall }) => overall === 'PD');
  const responses = earlier
    .slice(lastPd + 1)
    .filter(({ target }) => target === 'PR' || target === 'CR');
  const [first, last] = [responses[0], responses.at(-1)];
  if (!first || !last) return false;
  if (parameters.confirmation === 'none') return true;
  if (first.date === null || last.date === null) return false;
  return (
    dayNumber(last.date, '/timepoints') - dayNumber(first.date, '/timepoints') >=
    parameters.confirmationDays
  );
}

// ./platform/criteria/src/course/assessByDiameters.ts

/** The size at which a node that was normal is disease again: `nodeBackMm` over its smallest, baseline included. */ function nodesBackFrom(
  before,
  { scale, rules, targets }
) {
  const { nodeBackMm } = rules.target;
  if (nodeBackMm === undefined) return new Map();
  const nodes = targets.filter(({ node }) => node);
  return new Map(
    nodes.flatMap(({ id }) => {
      const read = before.flat().filter(state => state.id === id && state.complete);
      const [first, ...sizes] = read.map(({ known }) => known);
      if (first === undefined) return [];
      return [[id, sizes.reduce(smaller, first) + scale.of(nodeBackMm)]];
    })
  );
}
function assessByDiameters_evaluate(visit, earlier, baseline, subject, tableSource) {
  const { scale, parameters, rules } = subject;
  const { problem } = baseline;
  const components = visitComponents(visit, earlier, baseline, subject);
  const { states, references, nonTarget, newLesions, newLesionState, findings } = components;
  const afterCr = lastResponse(earlier) === 'CR';
  const target = rateTarget({
    states,
    references,
    afterCr,
    backFrom: nodesBackFrom([baseline.states, ...earlier.map(one => one.states)], subject),
    carriesPr: carriesPr(earlier, parameters),
    parameters,
    scale,
    rules: rules.target,
  });
  const reappeared =
    afterCr && parameters.reappearAfterCr === 'pd' ? presentNonTargets(nonTarget) : [];
  const rated = rateOverall(
    {
      target: target.category,
      nonTarget: nonTarget.category,
      newLesions: newLesionState,
      reappeared,
    },
    parameters.newLesionNe,
    tableSource
  );
  const overall = problem !== null || visit.input.evaluable === false ? 'NE' : rated.value;
  const reason = problem ?? `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`;
  const notEvaluable = (rule, source) => [
    {
      rule,
      text: `Not evaluable: ${reason}.`,
      numbers: {},
      source,
    },
  ];
  const overallTrace =
    overall === rated.value && problem === null
      ? rated.trace
      : notEvaluable('overall.ne', rules.missingSource);
  const category = problem !== null && target.category !== 'NA' ? 'NE' : target.category;
  const targetTrace =
    problem === null || target.category === 'NA'
      ? target.trace
      : notEvaluable('target.ne', rules.baselineSource);
  const date = responseDate(
    visit,
    {
      states,
      target,
      nonTarget,
      newLesions,
      reappeared,
      progression: overall === 'PD',
    },
    parameters.visitDateRule
  );
  return {
    visit,
    states,
    target: category,
    overall,
    date,
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date,
      burden: visitBurden(components, baseline, subject),
      lesions: contributions(states, subject),
      target: category === 'NA' ? null : category,
      nonTarget: nonTarget.category === 'NA' ? null : nonTarget.category,
      newLesions: newLesionState === 'NE' ? null : newLesionState === 'YES',
      overall,
      revised: null,
      trace: [...targetTrace, ...nonTarget.trace, ...newLesions.trace, ...overallTrace],
      findings: [...findings],
    },
  };
}
/** The visits after the baseline, as later ones revised them. */ function rateVisits(
  baseline,
  subject,
  tableSource
) {
  const evaluated = [];
  for (const visit of subject.visits)
    evaluated.push(assessByDiameters_evaluate(visit, evaluated, baseline, subject, tableSource));
  const { equivocalBackdate } = subject.parameters;
  const revisions = equivocalRevisions(equivocalBackdate ? evaluated : []);
  return evaluated.map(({ output }) => revisedBy(output, revisions.get(output.id)));
}
/** One subject, visit by visit in date order; no visit's `overall` depends on a later one. */ function assessByDiameters(
  input,
  parameters,
  criterion
) {
  checkDates(input, parameters);
  const { id, rules, tableSource } = criterion;
  const measure = criterion.measure ?? diameters(parameters.tstmDefaultMm);
  const constants = [parameters.tstmDefaultMm, rules.target.pdAbsMm];
  const course = readSubject(input, measure, constants);
  const subject = {
    ...course,
    measure,
    parameters,
    rules,
  };
  const baseline = subject.baseline && rateBaseline(subject.baseline, subject);
  const visits = baseline ? rateVisits(baseline, subject, tableSource) : [];
  return {
    criterion: id,
    parameters: {
      ...parameters,
    },
    timepoints: baseline ? [baselineOutput(baseline, subject), ...visits] : [],
    bestOverallResponse: bestResponseOf(visits, input, parameters, subject.baseline),
  };
}

// ./platform/criteria/src/mrecist/viable.ts

const viable_source = 'Lencioni 2010 (mRECIST), target and non-target lesions';
const isHepatic = lesion => findLocation(lesion.location)?.organ === 'LIVER';
/** Fluid: ascites, pleural and pericardial effusion. */ const isFluid = lesion =>
  /ASCITES|EFFUSION/.test(lesion.location ?? '');
function followingOf(lesion) {
  if (isNode(lesion)) return null;
  if (typeof lesion.viableDiameterMm === 'number') return 'viable';
  if (!isHepatic(lesion) || lesion.arterialEnhancement === false) return null;
  return typeof lesion.longestDiameterMm === 'number' ? 'assumed' : 'viable';
}
/** A target with its viable diameter in the place of the longest one; what shows no enhancement is gone, scar or not. */ function counted(
  lesion,
  following,
  isBaseline
) {
  const viable =
    lesion.viableDiameterMm ??
    (following !== null && lesion.arterialEnhancement === false ? 0 : null);
  if (viable !== null) {
    // A viable diameter of a lesion said not to enhance contradicts itself: as absent with a size it is not evaluable.
    const gone = viable === 0 || (!isBaseline && lesion.arterialEnhancement === false);
    const status = gone ? 'absent' : (lesion.status ?? null);
    return {
      ...lesion,
      longestDiameterMm: viable,
      status,
    };
  }
  return following === 'viable'
    ? {
        ...lesion,
        longestDiameterMm: null,
      }
    : lesion;
}
function nonTargetState(lesion, isBaseline) {
  if (isFluid(lesion) && lesion.status === 'progressed' && lesion.cytology !== 'positive')
    return {
      ...lesion,
      status: 'present',
    };
  return !isBaseline && lesion.arterialEnhancement === false
    ? {
        ...lesion,
        status: 'absent',
        longestDiameterMm: null,
      }
    : lesion;
}
function ownFindings(given, following, isBaseline) {
  const { id, role } = given;
  const say = (rule, severity, text) => [finding(rule, severity, id, text, viable_source)];
  if (role === 'target' && isBaseline && following === 'assumed') {
    const text = `${id} has a longest diameter only; it is read as the viable (arterially enhancing) one.`;
    return say('mrecist.viableAssumed', 'note', text);
  }
  if (role === 'target' && isBaseline && isHepatic(given) && given.arterialEnhancement === false) {
    const text = `${id} shows no arterial enhancement: an atypical lesion, followed by its longest diameter.`;
    return say('mrecist.atypical', 'note', text);
  }
  const unmeasured =
    typeof given.viableDiameterMm !== 'number' && given.arterialEnhancement !== false;
  if (
    role === 'target' &&
    !isBaseline &&
    following === 'viable' &&
    unmeasured &&
    typeof given.longestDiameterMm === 'number'
  ) {
    const text = `${id} was followed by its viable diameter; its longest diameter alone does not count.`;
    return say('mrecist.viableMissing', 'block', text);
  }
  const { viableDiameterMm: viable, arterialEnhancement, washout } = given;
  if (role === 'target' && !isBaseline && viable && arterialEnhancement === false) {
    const text = `${id}: ${viable} mm viable and no arterial enhancement contradict each other; the lesion counts as not evaluable.`;
    return say('mrecist.viableContradicted', 'block', text);
  }
  const patterned = typeof arterialEnhancement === 'boolean' || typeof washout === 'boolean';
  const sized = typeof given.longestDiameterMm === 'number' || given.status === 'absent';
  if (role === 'new' && isHepatic(given) && !isNode(given) && patterned && !sized) {
    const text = `${id} has a pattern of enhancement but no size: equivocal until it is measured.`;
    return given.evaluable === false ? [] : say('mrecist.sizeMissing', 'block', text);
  }
  const counts = role === 'new' ? given.status !== 'absent' : given.status === 'progressed';
  if (!isBaseline && isFluid(given) && counts && given.cytology !== 'positive') {
    const text = `${id}: new or more fluid without positive cytology does not count as progression.`;
    return say('mrecist.cytology', 'note', text);
  }
  return [];
}
/** Without an arterial phase nothing can be said of enhancement. */ function withoutArterialPhase(
  lesion,
  { arterialPhase },
  following
) {
  const unseen = arterialPhase === 'poor' || arterialPhase === 'none';
  if (!unseen || following === null || lesion.evaluable === false) return lesion;
  return {
    ...lesion,
    evaluable: false,
    reason: 'NO_ARTERIAL_PHASE',
  };
}
/**
 * The subject with viable diameters where longest ones count, so that RECIST's sums and states hold: no enhancement is
 * absence, no arterial phase is not evaluable, and each lesion keeps the location it was first seen with.
 */ function viableInput(input) {
  const { timepoints } = input;
  const baseline = timepoints.find(({ kind }) => kind === 'baseline') ?? firstOf(timepoints);
  const following = new Map(
    (baseline?.lesions ?? []).map(lesion => [lesion.id, followingOf(lesion)])
  );
  const locations = new Map();
  for (const { lesions } of baseline ? [baseline, ...timepoints] : timepoints) {
    for (const { id, location } of lesions)
      if (location && !locations.has(id)) locations.set(id, location);
  }
  const findings = new Map();
  const read = visit => {
    const isBaseline = visit === baseline;
    const found = [];
    const lesions = visit.lesions.map(one => {
      const location = one.location ?? locations.get(one.id) ?? null;
      const lesion = {
        ...one,
        location,
      };
      const by = following.get(one.splitFrom ?? one.id) ?? null;
      found.push(...ownFindings(lesion, by, isBaseline));
      if (lesion.role === 'new') return lesion;
      const seen = withoutArterialPhase(lesion, visit, by);
      if (seen.evaluable === false) return seen;
      return lesion.role === 'target'
        ? counted(seen, by, isBaseline)
        : nonTargetState(seen, isBaseline);
    });
    findings.set(visit.id, found);
    return {
      ...visit,
      lesions,
    };
  };
  return {
    input: {
      ...input,
      timepoints: timepoints.map(read),
    },
    findings,
  };
}
/** The earliest timepoint: the baseline where none is marked. */ function firstOf(timepoints) {
  return [...timepoints].sort((a, b) => compareDates(a.date ?? null, b.date ?? null))[0];
}

// ./platform/criteria/src/mrecist/newLesions.ts

const porta = {
  targetFromMm: 20,
  normalBelowMm: 20,
  newFromMm: 20,
};
const elsewhere = {
  targetFromMm: 15,
  normalBelowMm: 10,
  newFromMm: 15,
};
/** Nodes of the porta hepatis are malignant from 20 mm short axis, others from 15 mm. */ const mrecistNodeLimits =
  node => (node?.location === 'PORTAL LYMPH NODE' ? porta : elsewhere);
/** The size, mm, that a lesion was first measured with at an earlier visit; null where it was not. */ function firstSize(
  id,
  history
) {
  const sizes = history.slice(0, -1).map(({ lesions }) => lesions.get(id)?.longestDiameterMm ?? 0);
  return sizes.find(size => size > 0) ?? null;
}
/** A nodule of the liver that is there: not a node, nor fluid. */ function newLesions_isNodule(
  lesion
) {
  const settled =
    lesion.evaluable === false || lesion.status === 'absent' || lesion.longestDiameterMm === 0;
  return isHepatic(lesion) && !isNode(lesion) && !isFluid(lesion) && !settled;
}
const patternStated = ({ arterialEnhancement, washout }) =>
  typeof arterialEnhancement === 'boolean' || typeof washout === 'boolean';
/** From which longest diameter on a nodule is unequivocal; null where no size makes it so. */ function unequivocalFrom(
  nodule,
  history,
  scale
) {
  const { arterialEnhancement, washout, status } = nodule;
  const typical = arterialEnhancement === true && washout === true;
  if (typical || (status === 'unequivocal' && !patternStated(nodule))) return scale.of(10);
  const first = firstSize(nodule.id, history);
  return first === null ? null : scale.of(first) + scale.of(10);
}
/** The size of a nodule, for the margin; of anything else that of a node. */ const newLesionSize =
  (lesion, history, scale) => {
    if (!newLesions_isNodule(lesion)) return nodeSize(lesion, mrecistNodeLimits, scale);
    const from = unequivocalFrom(lesion, history, scale);
    return from === null
      ? null
      : {
          field: 'longestDiameterMm',
          from,
        };
  };
/**
 * A new nodule of the liver is unequivocal from 10 mm with arterial enhancement and wash-out, or once it grew by 10 mm;
 * anything else is equivocal. Without a word on its pattern the reader's call counts from 10 mm on. Null: not such a
 * lesion, or nothing that decides.
 */ function newLesionState(lesion, history) {
  if (isFluid(lesion)) return lesion.cytology === 'positive' ? null : 'NO';
  if (!newLesions_isNodule(lesion)) return null;
  const size = lesion.longestDiameterMm ?? null;
  if (size === null) return patternStated(lesion) ? 'EQUIVOCAL' : null;
  const scale = lengthScale([size, firstSize(lesion.id, history) ?? size]);
  const from = unequivocalFrom(lesion, history, scale);
  return from !== null && scale.of(size) >= from ? 'YES' : 'EQUIVOCAL';
}

// ./platform/criteria/src/mrecist/parameters.ts

/** Texts: oncology-criteria sections 0.2 to 0.4, 1, 5 and 16.1. */ const mrecist_parameters_ParametersSchema =
  Type.Object(
    {
      ...courseParameters,
      ...recistParameters,
      pdAbsMm: Type.Number({
        minimum: 0,
        default: 0,
        description:
          'Growth over the nadir in mm that progression also needs; the 2010 text has none, RECIST 1.1 has 5.',
      }),
      ...bestResponseParameters,
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/mrecist/assessMrecist.ts

const assessMrecist_id = 'mrecist';
const paper = 'Lencioni 2010 (mRECIST)';
/** Paper and table of the combination. */ const assessMrecist_tableSource = `${paper}, table of the overall response`;
function rulesOf(pdAbsMm) {
  return {
    target: {
      pdAbsMm,
      crMeans:
        'No target shows arterial enhancement and every nodal target is normal (porta hepatis below 20 mm, others below 10 mm short axis)',
      source: `${paper}, table of target lesions`,
      clarified: recistRules.target.clarified,
      partial: `${paper}; ${recistRules.target.partial}`,
    },
    nonTarget: {
      source: `${paper}, table of non-target lesions`,
      nodeLimits: mrecistNodeLimits,
      crMeans:
        'No non-target lesion shows arterial enhancement and every nodal one is normal (porta hepatis below 20 mm, others below 10 mm short axis)',
    },
    newLesions: {
      source: `${paper}, new lesions`,
      nodeLimits: mrecistNodeLimits,
      stateOf: newLesionState,
      sizeOf: newLesionSize,
    },
    nodeLimits: mrecistNodeLimits,
    hosts: 'targets',
    baselineSource: `${paper}, baseline`,
    missingSource: recistRules.missingSource,
  };
}
function viableDiameters(tstmDefaultMm) {
  const plain = diameters(tstmDefaultMm);
  return {
    ...plain,
    isDisease: (lesion, value, node, scale) =>
      !node || value >= scale.of(mrecistNodeLimits(lesion ?? undefined).normalBelowMm),
    normalBelow: (lesion, node, scale) =>
      node ? scale.of(mrecistNodeLimits(lesion).normalBelowMm) : null,
  };
}
/**
 * What RECIST's rules object to, told of the lesion as it was entered: a viable diameter below 10 mm is no fault of a
 * target whose longest diameter is 10 mm or more, and what mRECIST says of a lesion itself is not said twice.
 */ function ofRecist(found, own, visit) {
  return found.flatMap(one => {
    const { rule, lesion } = one;
    if (own.some(other => other.lesion === lesion && instead[other.rule] === rule)) return [];
    const given = visit?.lesions.find(({ id: entered }) => entered === lesion);
    const axis = given ? countedAxis(given, false) : null;
    if (rule !== 'baseline.target.tooSmall' || axis === null) return [one];
    const text = `${lesion}: ${axis} mm is below 10 mm longest diameter; record it as non-target.`;
    return axis >= 10
      ? []
      : [
          {
            ...one,
            text,
          },
        ];
  });
}
/** Findings of mRECIST that stand in the place of one of RECIST's. */ const instead = {
  'mrecist.viableMissing': 'measurement.missing',
  'mrecist.viableContradicted': 'measurement.contradiction',
  'mrecist.sizeMissing': 'newLesion.stateMissing',
};
/** mRECIST for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */ function assessMrecist(
  input
) {
  const parameters = parametersOf(
    assessMrecist_id,
    mrecist_parameters_ParametersSchema,
    input.parameters
  );
  const viable = viableInput(input);
  const output = assessByDiameters(viable.input, parameters, {
    id: assessMrecist_id,
    rules: rulesOf(parameters.pdAbsMm),
    tableSource: assessMrecist_tableSource,
    measure: viableDiameters(parameters.tstmDefaultMm),
  });
  return {
    ...output,
    timepoints: output.timepoints.map(one => {
      const given = input.timepoints.find(visit => visit.id === one.id);
      const own = viable.findings.get(one.id) ?? [];
      return {
        ...one,
        findings: [...ofRecist(one.findings, own, given), ...own],
      };
    }),
  };
}

// ./platform/criteria/src/mrecist/inputs.ts

const Answer = description =>
  Type.Optional(
    Type.Union([Type.Boolean(), Type.Null()], {
      description,
    })
  );
/** What mRECIST takes of a lesion beside RECIST 1.1's. */ const LesionInputs = Type.Object({
  viableDiameterMm: Type.Optional(
    Type.Union(
      [
        Type.Number({
          minimum: 0,
        }),
        Type.Null(),
      ],
      {
        description:
          'Longest viable (arterially enhancing) diameter in mm, not across necrosis; 0: no enhancement is left.',
      }
    )
  ),
  arterialEnhancement: Answer(
    'Yes/no: intratumoral enhancement in the arterial phase. No at baseline: an atypical lesion, followed by its longest diameter.'
  ),
  washout: Answer('Yes/no, new lesions of the liver: wash-out in the portal venous or late phase.'),
  cytology: Type.Optional(
    Type.Union(
      [Type.Literal('positive'), Type.Literal('negative'), Type.Literal('notDone'), Type.Null()],
      {
        description: 'Effusion and ascites: cytology; new or more fluid counts only when positive.',
      }
    )
  ),
});
const TimepointInputs = Type.Object({
  arterialPhase: Type.Optional(
    Type.Union(
      [Type.Literal('adequate'), Type.Literal('poor'), Type.Literal('none'), Type.Null()],
      {
        description:
          'Arterial phase of the liver scan: poor timing or none makes enhancing lesions not evaluable.',
      }
    )
  ),
});

// ./platform/criteria/src/mrecist/mrecist.ts

const mrecist_id = 'mrecist';
/** mRECIST calls a non-target that is neither gone nor progressed incomplete response or stable disease. */ const nonTargetOf =
  given => (given === 'IR/SD' ? 'NON-CR/NON-PD' : given);
const mrecist = {
  id: mrecist_id,
  name: 'mRECIST (hepatocellular carcinoma)',
  source:
    'Lencioni R, Llovet JM. Semin Liver Dis 2010;30:52-60; Llovet JM, Lencioni R. J Hepatol 2020;72:288-306',
  parameters: Type.Partial(mrecist_parameters_ParametersSchema),
  inputs: {
    timepoint: TimepointInputs,
    lesion: LesionInputs,
  },
  components: combineByGrid_ComponentsSchema,
  tables: gridTables(assessMrecist_tableSource),
  readerResponses: ['CR', 'PR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE'],
  assess: assessMrecist,
  combine: components =>
    combineByGrid(
      {
        ...components,
        nonTarget: nonTargetOf(components.nonTarget),
      },
      mrecist_id,
      assessMrecist_tableSource
    ),
};

// ./platform/criteria/src/pcwg3/bone.ts

const sources = {
  pcwg3: 'Scher 2016 (PCWG3), bone: Tables 3 and 4',
  pcwg2: 'Scher 2008 (PCWG2), bone: Table 3',
};
const needed = 2;
function settled(count, present, rules) {
  if (count === 0 && (present ?? rules.baselineLesions) === false) return 'NED';
  return 'NON-PD';
}
function bone_marginOf(more, category) {
  return {
    value: more - needed,
    unit: 'new lesions',
    category,
  };
}
const newLesions = count => `${count} new bone ${count === 1 ? 'lesion' : 'lesions'}`;
/** What a scan says, or the reason why it says nothing. */ function readingOf({ input, problem }) {
  if (problem !== null) return problem;
  if (!input) return 'no bone scan';
  if (input.evaluable === false) return input.reason ?? 'not readable';
  const count = input.newLesions ?? null;
  const present = input.lesionsPresent ?? null;
  if (count === null) return 'the number of new lesions is not given';
  if (count > 0 && present === false)
    return 'new lesions are counted, but none is said to be present';
  return {
    count,
    present,
  };
}
/**
 * Bone scans in time order by the two-plus-two rule. Counts are of lesions new against baseline. A scan's `category`
 * is what was known then; `revised` is what a later scan made of unconfirmed progression.
 */ function rateBone(scans, rules) {
  const source = sources[rules.standard];
  const rated = [];
  let reference = null;
  let run = null;
  let progressed = null;
  for (const scan of scans) {
    const { date } = scan;
    const put = (category, rule, text, numbers = {}, decided = null) => {
      const trace = [
        {
          rule,
          text,
          numbers,
          ...(decided ?? {}),
          source,
        },
      ];
      const rating = {
        category,
        date,
        revised: null,
        trace,
      };
      rated.push(rating);
      return rating;
    };
    const read = readingOf(scan);
    if (typeof read === 'string') {
      put('NE', 'bone.ne', `Bone not evaluable: ${read}.`);
      continue;
    }
    const { count } = read;
    if (progressed !== null) {
      put('PD', 'bone.pd.since', `Bone progression was confirmed at ${progressed}.`, {
        newLesions: count,
      });
      continue;
    }
    const quiet = settled(count, read.present, rules);
    if (run !== null) {
      const { first, members, over, inWindow } = run;
      const gap = daysBetween(first.date, date);
      const more = count - over;
      const numbers = {
        newLesions: count,
        reference: over,
        more,
        daysSinceFirst: gap,
      };
      if (gap === null || gap < rules.boneConfirmDays) {
        const rating = put(
          'PDu',
          'bone.pdu.tooEarly',
          gap === null
            ? `Unconfirmed progression stays open: without dates the ${rules.boneConfirmDays} days that confirm it can't be counted.`
            : `Unconfirmed progression stays open: ${gap} days after the first scan, at least ${rules.boneConfirmDays} are needed to confirm.`,
          numbers
        );
        members.push({
          rating,
          quiet,
        });
        continue;
      }
      const confirmed = more >= needed;
      const what = inWindow ? 'more than on the first scan' : 'more than on the reference scan';
      const rule = confirmed ? 'bone.pd.confirmed' : 'bone.notConfirmed';
      for (const { rating, quiet: quietThen } of members)
        rating.revised = {
          value: confirmed ? 'PD' : quietThen,
          byTimepoint: scan.timepoint,
          date: confirmed ? first.date : rating.date,
          rule,
        };
      run = null;
      if (confirmed) {
        progressed = scan.timepoint;
        put(
          'PD',
          rule,
          `${newLesions(count)}, ${more} ${what}, ${gap} days later: progression of ${first.timepoint} is confirmed.`,
          numbers,
          {
            threshold: `at least ${needed} ${what}, at least ${rules.boneConfirmDays} days later`,
            margin: bone_marginOf(more, quiet),
          }
        );
        continue;
      }
      put(
        quiet,
        inWindow ? 'bone.flare' : 'bone.notPersisting',
        `${newLesions(count)}, ${over} on the ${inWindow ? 'first' : 'reference'} scan, ${gap} days later: not ${needed} more, ${inWindow ? 'flare' : 'not persisting'}, no progression.`,
        numbers,
        {
          threshold: `at least ${needed} ${what}`,
          margin: bone_marginOf(more, 'PD'),
        }
      );
      continue;
    }
    const elapsed = daysBetween(rules.start, date);
    const isFirst = reference === null;
    const inWindow = isFirst && (elapsed === null || elapsed <= rules.flareDays);
    const over = reference ?? 0;
    reference ??= inWindow ? count : 0;
    const more = count - over;
    const numbers = {
      newLesions: count,
      reference: over,
      more,
      daysSinceStart: elapsed,
    };
    const against = over === 0 ? 'against baseline' : 'against the reference scan';
    const threshold = `at least ${needed} new lesions ${against}`;
    const seen = `${newLesions(count)} against baseline${over === 0 ? '' : `, ${over} on the reference scan`}`;
    if (more < needed) {
      put(
        quiet,
        quiet === 'NED' ? 'bone.ned' : 'bone.nonPd',
        quiet === 'NED'
          ? 'No bone lesion on this scan.'
          : `${seen}: ${over === 0 ? `fewer than ${needed}` : `not ${needed} more`}.`,
        numbers,
        {
          threshold,
          margin: bone_marginOf(more, inWindow || rules.laterConfirm ? 'PDu' : 'PD'),
        }
      );
      continue;
    }
    if (!inWindow && !rules.laterConfirm) {
      progressed = scan.timepoint;
      const text = `${seen}: progression without a second scan (pcwg2.laterConfirm).`;
      put('PD', 'bone.pd', text, numbers, {
        threshold,
        margin: bone_marginOf(more, quiet),
      });
      continue;
    }
    const wait = inWindow
      ? `${needed} more on the next scan at least ${rules.boneConfirmDays} days later confirm it`
      : `they must persist on the next scan at least ${rules.boneConfirmDays} days later`;
    const rating = put(
      'PDu',
      inWindow ? 'bone.pdu.window' : 'bone.pdu',
      `${seen}: unconfirmed progression; ${wait}.`,
      numbers,
      {
        threshold,
        margin: bone_marginOf(more, quiet),
      }
    );
    run = {
      first: scan,
      members: [
        {
          rating,
          quiet,
        },
      ],
      over: inWindow ? count : over,
      inWindow,
    };
  }
  return rated;
}

// ./platform/criteria/src/pcwg3/grid.ts

const pcwg3_grid_NN = 'NON-CR/NON-PD';
const softCategories = ['CR', 'PR', 'SD', pcwg3_grid_NN, 'NED', 'PD', 'NE'];
const boneCategories = ['NED', 'NON-PD', 'PDu', 'PD', 'NE'];
const same = value => ({
  NED: value,
  'NON-PD': value,
  PDu: value,
  PD: 'PD',
  NE: value,
});
/** PCWG3: soft tissue by bone scan, targets at baseline. NED with NED is the parameter's; no soft tissue is PDu. */ const pcwg3Grid =
  {
    CR: {
      NED: 'CR',
      'NON-PD': 'PR',
      PDu: 'PR',
      PD: 'PD',
      NE: 'PR',
    },
    PR: same('PR'),
    SD: same('SD'),
    [pcwg3_grid_NN]: same(pcwg3_grid_NN),
    NED: {
      NED: 'NE',
      'NON-PD': pcwg3_grid_NN,
      PDu: 'PDu',
      PD: 'PD',
      NE: 'NE',
    },
    PDu: same('PDu'),
    PD: same('PD'),
    NE: same('NE'),
  };
/** PCWG2: progression or not; a soft-tissue response is reported by itself. */ const pcwg2Grid = {
  CR: same('NON-PD'),
  PR: same('NON-PD'),
  SD: same('NON-PD'),
  [pcwg3_grid_NN]: same('NON-PD'),
  NED: {
    NED: 'NE',
    'NON-PD': 'NON-PD',
    PDu: 'PDu',
    PD: 'PD',
    NE: 'NE',
  },
  PDu: same('PDu'),
  PD: same('PD'),
  NE: same('NE'),
};
/** One cell of the table of the standard. */ function pcwg3_grid_overallOf(
  { softTissue, bone, targetsAtBaseline },
  { standard, nedNed }
) {
  if (softTissue === 'NED' && bone === 'NED') return nedNed;
  if (standard === 'pcwg2') return pcwg2Grid[softTissue][bone];
  const value = pcwg3Grid[softTissue][bone];
  return softTissue === 'CR' && value === 'PR' && !targetsAtBaseline ? pcwg3_grid_NN : value;
}
const pcwg3_grid_Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const pcwg3_grid_ComponentsSchema = Type.Object({
  standard: Type.Optional(Type.Union([Type.Literal('pcwg3'), Type.Literal('pcwg2')])),
  softTissue: pcwg3_grid_Code,
  bone: pcwg3_grid_Code,
  /** Whether soft tissue had target lesions at baseline; true without it. */ targetsAtBaseline:
    Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
});
/** The table alone; null: no disease of that kind. Throws CL_RESPONSE_UNKNOWN on a code it does not have. */ function combinePcwg3(
  components
) {
  const given = components;
  const standard = given.standard ?? 'pcwg3';
  const known = standard === 'pcwg2' ? [...softCategories, 'PDu'] : softCategories;
  const soft = combineByGrid_pick(
    given.softTissue === 'NN' ? pcwg3_grid_NN : given.softTissue,
    known,
    '/components/softTissue',
    standard
  );
  const bone = combineByGrid_pick(given.bone, boneCategories, '/components/bone', standard);
  return pcwg3_grid_overallOf(
    {
      softTissue: soft === 'NA' ? 'NED' : soft,
      bone: bone === 'NA' ? 'NED' : bone,
      targetsAtBaseline: given.targetsAtBaseline ?? true,
    },
    {
      standard,
      nedNed: 'NE',
    }
  );
}
const boneAxis = {
  component: 'bone',
  label: 'Bone',
  values: boneCategories,
};
const softAxis = values => ({
  component: 'softTissue',
  label: 'Soft tissue',
  values,
});
const pcwg3Tables = [
  ...[true, false].map(targetsAtBaseline => ({
    title: `PCWG3, ${targetsAtBaseline ? 'with' : 'without'} soft-tissue targets at baseline`,
    source: 'Scher 2016 (PCWG3)',
    axes: [softAxis(softCategories), boneAxis],
    fixed: {
      standard: 'pcwg3',
      targetsAtBaseline,
    },
  })),
  {
    title: 'PCWG2',
    source: 'Scher 2008 (PCWG2)',
    axes: [softAxis([...softCategories, 'PDu']), boneAxis],
    fixed: {
      standard: 'pcwg2',
    },
  },
];

// ./platform/criteria/src/pcwg3/parameters.ts

/** Texts: oncology-criteria section 13, and sections 0.2 to 0.4, 1 and 16.1 for soft tissue. */ const pcwg3_parameters_ParametersSchema =
  Type.Object(
    {
      standard: oneOf(
        ['pcwg3', 'pcwg2'],
        'Working group recommendations: PCWG3, or PCWG2 with the sums of RECIST 1.0.'
      ),
      ...Type.Omit(CourseSchema, ['maxTargets', 'maxTargetsPerOrgan']).properties,
      ...recistParameters,
      maxPerSite: Type.Integer({
        minimum: 1,
        default: 5,
        description:
          'Largest number of targets in one site: pelvic nodes, extrapelvic nodes, lung, liver, adrenal, CNS, other.',
      }),
      'pcwg.maxTotal': Type.Union(
        [
          Type.Integer({
            minimum: 1,
          }),
          Type.Null(),
        ],
        {
          default: null,
          description: 'Largest number of targets in total; null: no limit.',
        }
      ),
      flareDays: days(84, 'A first bone scan up to this many days after the start can be flare.'),
      boneConfirmDays: days(
        42,
        'Least days between bone progression and the scan that confirms it.'
      ),
      pduBor: oneOf(
        ['SD', 'PD'],
        'What unconfirmed bone progression that nothing resolved counts as in the best response.'
      ),
      pduRpfs: oneOf(
        ['noEvent', 'event'],
        'Endpoints: whether unconfirmed bone progression that nothing resolved is an event.'
      ),
      psaConfirmDays: days(
        21,
        'Least days between a rise or a decline of PSA and the value that confirms it.'
      ),
      psaNoDeclineDays: days(
        84,
        'Without any decline of PSA, rises up to this many days after the start do not count.'
      ),
      'pcwg.nedNed': oneOf(
        ['NE', 'NED'],
        'No disease in soft tissue and none in bone: not evaluable, or no evidence of disease.'
      ),
      'pcwg2.laterConfirm': flag(
        false,
        'PCWG2: whether bone progression after the first scan waits for a second scan.'
      ),
      'pcwg2.softConfirmDays': days(
        42,
        'PCWG2: least days between soft-tissue progression at the first assessment and the one that confirms it.'
      ),
      ...bestResponseParameters,
      confirmation: oneOf(
        ['responses', 'none'],
        'responses: complete and partial responses count once confirmed by a later visit; none: at once.'
      ),
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/pcwg3/psa.ts

const psa_source = 'Scher 2016 (PCWG3), PSA: Tables 3 and 4';
/** Distance to the rise over the lowest value and to the declines from baseline, ng/mL; `one`: units in one ng/mL. */ function psaMargin(
  { current, start, lowest, counts, meets, beyond },
  one
) {
  const [quarter, absolute] = [125n * lowest, 100n * (lowest + 2n * one)];
  const rise = quarter > absolute ? quarter : absolute;
  const declines = [
    {
      category: 'PSA90',
      numerator: 10n * start,
      denominator: 100n,
    },
    {
      category: 'PSA50',
      numerator: 50n * start,
      denominator: 100n,
    },
  ];
  const declineAt = value =>
    declines.find(({ numerator }) => value <= numerator)?.category ?? 'NON-PD';
  const pd = {
    numerator: rise,
    denominator: 100n,
  };
  if (meets)
    return marginTo(
      current,
      [
        {
          ...pd,
          category: declineAt(rise),
        },
      ],
      'ng/mL',
      one
    );
  const edges = declines.map(({ category, ...edge }) => {
    const isMet = 100n * current <= edge.numerator;
    return {
      ...edge,
      category: !isMet ? category : category === 'PSA90' ? 'PSA50' : 'NON-PD',
    };
  });
  // Progression first: where both begin at the same value it goes before the decline that ends there.
  const around = [
    ...(counts
      ? [
          {
            ...pd,
            category: beyond,
          },
        ]
      : []),
    ...(start > 0n ? edges : []),
  ];
  return marginTo(current, around, 'ng/mL', one);
}
/** PSA at each visit, in time order, apart from imaging: what was known at that visit. Values in ng/mL. */ function ratePsa(
  baseline,
  values,
  rules
) {
  const places = Math.max(
    0,
    ...[baseline, ...values.map(({ value }) => value)].map(value => decimalPlaces(value ?? 0))
  );
  const one = 10n ** BigInt(places);
  const notEvaluable = text => ({
    category: 'NE',
    trace: [
      {
        rule: 'psa.ne',
        text,
        numbers: {},
        source: psa_source,
      },
    ],
  });
  const noValue = 'No PSA at this visit.';
  if (baseline === null)
    return values.map(({ value }) =>
      notEvaluable(value === null ? noValue : 'No PSA at baseline.')
    );
  const start = scaled(baseline, places);
  let nadir = start;
  let rise = null;
  let progressed = false;
  const before = [];
  return values.map(visit => {
    if (visit.value === null) return notEvaluable(noValue);
    const current = scaled(visit.value, places);
    const against = rise?.nadir ?? nadir;
    const elapsed = daysBetween(rules.start, visit.date);
    const declined = against < start;
    const counts = declined || (elapsed !== null && elapsed > rules.psaNoDeclineDays);
    const rose = increasedBy(current, against, 25n) && current - against >= 2n * one;
    const meets = counts && rose;
    const numbers = {
      psaNgMl: visit.value,
      baselineNgMl: baseline,
      nadirNgMl: ratio(against, one),
      changeFromBaselinePct: percentChange(current, start),
      changeFromNadirPct: percentChange(current, against),
      changeFromNadirNgMl: ratio(current - against, one),
    };
    const confirms =
      rise !== null && isDaysLater(rise.first.date, visit.date, rules.psaConfirmDays);
    const margin = psaMargin(
      {
        current,
        start,
        lowest: against,
        counts,
        meets,
        beyond: confirms ? 'PD' : 'PDu',
      },
      one
    );
    const result = (category, rule, text, threshold) => {
      const decided =
        threshold === undefined
          ? {}
          : {
              threshold,
              margin,
            };
      return {
        category,
        trace: [
          {
            rule,
            text,
            numbers,
            ...decided,
            source: psa_source,
          },
        ],
      };
    };
    if (meets)
      rise ??= {
        nadir: against,
        first: visit,
      };
    else rise = null;
    if (current < nadir) nadir = current;
    const below = [90n, 50n].find(percent => decreasedBy(current, start, percent));
    const confirmedDeclines = [90n, 50n].filter(percent =>
      before.some(
        earlier =>
          decreasedBy(earlier.value, start, percent) &&
          decreasedBy(current, start, percent) &&
          isDaysLater(earlier.date, visit.date, rules.psaConfirmDays)
      )
    );
    before.push({
      value: current,
      date: visit.date,
    });
    const pd = 'at least 25 % and 2 ng/mL over the lowest value';
    if (progressed) {
      return result('PD', 'psa.pd.since', 'PSA progression was confirmed before.');
    }
    if (rise !== null) {
      progressed = isDaysLater(rise.first.date, visit.date, rules.psaConfirmDays);
      return progressed
        ? result(
            'PD',
            'psa.pd.confirmed',
            `PSA progression of ${rise.first.timepoint} is confirmed ${daysBetween(rise.first.date, visit.date)} days later (at least ${rules.psaConfirmDays}).`,
            pd
          )
        : result(
            'PDu',
            'psa.pdu',
            `PSA ${visit.value} ng/mL is at least 25 % and 2 ng/mL over ${ratio(against, one) ?? 0} ng/mL; a value at least ${rules.psaConfirmDays} days later must confirm it.`,
            pd
          );
    }
    if (below !== undefined) {
      const confirmed =
        confirmedDeclines.length > 0
          ? `; confirmed: ${confirmedDeclines.map(p => `PSA${p}`).join(', ')}`
          : '';
      return result(
        below === 90n ? 'PSA90' : 'PSA50',
        `psa.${below}`,
        `PSA ${visit.value} ng/mL is at least ${below} % below the baseline of ${baseline} ng/mL${confirmed}.`,
        `at least ${below} % below baseline`
      );
    }
    return result(
      'NON-PD',
      'psa.nonPd',
      rose
        ? `PSA ${visit.value} ng/mL: at least 25 % and 2 ng/mL over the baseline, but without any decline that counts only more than ${rules.psaNoDeclineDays} days after the start.`
        : `PSA ${visit.value} ng/mL: neither 50 % below baseline nor 25 % and 2 ng/mL over the lowest value.`,
      pd
    );
  });
}

// ./platform/criteria/src/pcwg3/softProgression.ts

const softProgression_source =
  'Scher 2008 (PCWG2), soft tissue: progression at the first assessment';
/**
 * PCWG2: progression of soft tissue at the first assessment waits for a second one, `confirmDays` later, that shows it
 * too; without it, it was none and counts as SD. Visits in time order.
 */ function confirmFirstProgression(visits, { firstScanDays, confirmDays, start }) {
  const first = visits.find(({ category }) => category !== 'NE');
  const rated = visits.map(({ category }) => ({
    category,
    trace: [],
    revised: null,
  }));
  if (first?.category !== 'PD') return rated;
  const elapsed = daysBetween(start, first.date);
  if (elapsed !== null && elapsed > firstScanDays) return rated;
  for (const [index, visit] of visits.entries()) {
    if (visit.category === 'NE') continue;
    const gap = daysBetween(first.date, visit.date);
    const early = gap === null || gap < confirmDays;
    const numbers = {
      daysSinceFirst: gap,
    };
    if (early) {
      rated[index] = {
        category: 'PDu',
        revised: null,
        trace: [
          {
            rule: 'soft.pdu',
            text: `Progression at the first assessment waits for a second one at least ${confirmDays} days later.`,
            numbers,
            source: softProgression_source,
          },
        ],
      };
      continue;
    }
    const confirmed = visit.category === 'PD';
    const revised = {
      value: confirmed ? 'PD' : 'SD',
      byTimepoint: visit.timepoint,
      rule: 'soft.firstProgression',
    };
    for (const one of rated) if (one.category === 'PDu') one.revised = revised;
    rated[index] = {
      category: visit.category,
      revised: null,
      trace: [
        {
          rule: confirmed ? 'soft.pd.confirmed' : 'soft.notConfirmed',
          text: `${gap} days after progression at the first assessment soft tissue is ${visit.category}: ${confirmed ? 'confirmed' : 'not confirmed'}.`,
          numbers,
          source: softProgression_source,
        },
      ],
    };
    return rated;
  }
  return rated;
}

// ./platform/criteria/src/pcwg3/softTissue.ts

const softTissue_source = 'Scher 2016 (PCWG3), soft tissue';
const source2 = 'Scher 2008 (PCWG2), soft tissue';
/** The limits of section 13 are per site and checked here. */ const noLimit =
  Number.MAX_SAFE_INTEGER;
const softTissue_normalNodeMm = 10;
const growthMm = 5;
/** From which short axis on a node is new: 10 mm, and 5 mm over its smallest if it was normal. */ function newFrom(
  id,
  history,
  scale
) {
  const before = history
    .slice(0, -1)
    .map(({ lesions }) => lesions.get(id)?.shortAxisMm ?? null)
    .filter(value => value !== null);
  const enlarged = scale.of(softTissue_normalNodeMm);
  const least = Math.min(...before);
  const grown = least < softTissue_normalNodeMm ? scale.of(least) + scale.of(growthMm) : enlarged;
  return grown > enlarged ? grown : enlarged;
}
/** A node that was normal before is new only from 10 mm and 5 mm over its smallest axis. */ function grownNode(
  lesion,
  history
) {
  const axis = lesion.shortAxisMm ?? null;
  if (!isNode(lesion) || axis === null || lesion.evaluable === false) return null;
  const scale = lengthScale(history.map(({ lesions }) => lesions.get(lesion.id)?.shortAxisMm ?? 0));
  return scale.of(axis) < newFrom(lesion.id, history, scale) ? 'NO' : null;
}
/** The short axis of a node, for the margin. */ const grownSize = ({ id }, history, scale) => ({
  field: 'shortAxisMm',
  from: newFrom(id, history, scale),
});
const pcwg3Rules = {
  ...recistRules,
  target: {
    ...recistRules.target,
    nodeBackMm: growthMm,
  },
  newLesions: {
    ...recistRules.newLesions,
    stateOf: grownNode,
    sizeOf: grownSize,
  },
};
const recist10 = 'Therasse 2000 (RECIST 1.0), as PCWG2 takes it';
const pcwg2Rules = {
  ...recistRules,
  target: {
    ...recistRules.target,
    pdAbsMm: 0,
    crMeans: 'Every target is absent',
    source: recist10,
  },
  baselineSource: recist10,
};
/** RECIST 1.0 measures nodes like anything else. */ function asRecist10(lesion) {
  const plain = {
    ...lesion,
    node: false,
  };
  const isNodal = findLocation(lesion.location)?.node === true;
  return isNodal
    ? {
        ...plain,
        location: 'SOFT TISSUE',
        laterality: null,
      }
    : plain;
}
function softTimepoint(timepoint, { standard }) {
  const { softTissueEvaluable } = timepoint;
  const lesions = standard === 'pcwg2' ? timepoint.lesions.map(asRecist10) : timepoint.lesions;
  return softTissueEvaluable === false
    ? {
        ...timepoint,
        lesions,
        evaluable: false,
        reason: timepoint.reason ?? 'NOT_IMAGED',
      }
    : {
        ...timepoint,
        lesions,
      };
}
/** Soft tissue by RECIST 1.1 with PCWG3's changes, or by the sums of RECIST 1.0 for PCWG2. */ function assessSoftTissue(
  input,
  parameters
) {
  const pcwg2 = parameters.standard === 'pcwg2';
  return assessByDiameters(
    {
      ...input,
      timepoints: input.timepoints.map(one => softTimepoint(one, parameters)),
    },
    {
      ...parameters,
      maxTargets: noLimit,
      maxTargetsPerOrgan: noLimit,
    },
    {
      id: 'pcwg3',
      rules: pcwg2 ? pcwg2Rules : pcwg3Rules,
      tableSource: pcwg2 ? recist10 : 'Eisenhauer 2009 (RECIST 1.1) Tables 1 and 2',
    }
  );
}
const pelvicNodes = ['ILIAC LYMPH NODE', 'PELVIC LYMPH NODE'];
const centralNervous = ['BRAIN', 'SPINAL CORD', 'LEPTOMENINGES'];
/** The site whose targets are counted together. */ function siteOf(lesion) {
  const location = findLocation(lesion.location);
  const code = location?.code ?? '';
  if (isNode(lesion)) return pelvicNodes.includes(code) ? 'pelvic nodes' : 'extrapelvic nodes';
  if (code === 'LUNG' || code === 'LIVER') return code.toLowerCase();
  if (code === 'ADRENAL GLAND') return 'adrenal';
  return centralNervous.includes(code) ? 'CNS' : 'other';
}
/** What section 13 objects to among the targets at baseline. */ function siteFindings(
  baseline,
  parameters
) {
  const targets = baseline.lesions.filter(({ role, splitFrom }) => role === 'target' && !splitFrom);
  const found = [];
  const { maxPerSite, standard } = parameters;
  const total = parameters['pcwg.maxTotal'];
  const perSite = new Map();
  for (const lesion of targets) {
    const site = siteOf(lesion);
    perSite.set(site, [...(perSite.get(site) ?? []), lesion]);
  }
  for (const [site, lesions] of perSite) {
    if (lesions.length <= maxPerSite) continue;
    const text = `${lesions.length} targets in ${site}; at most ${maxPerSite} per site.`;
    const id = lesions[maxPerSite]?.id ?? null;
    found.push(finding('baseline.targets.tooManyPerSite', 'block', id, text, softTissue_source));
  }
  if (total !== null && targets.length > total) {
    const text = `${targets.length} targets; at most ${total} in total (pcwg.maxTotal).`;
    const id = targets[total]?.id ?? null;
    found.push(finding('baseline.targets.tooMany', 'block', id, text, softTissue_source));
  }
  for (const lesion of targets) {
    const diameter = lesion.longestDiameterMm ?? null;
    if (standard !== 'pcwg2' || !isNode(lesion) || diameter === null || diameter >= 20) continue;
    const text = `${lesion.id}: a node of ${diameter} mm; PCWG2 follows nodes from 20 mm only.`;
    found.push(finding('baseline.node.tooSmall', 'block', lesion.id, text, source2));
  }
  return found;
}

// ./platform/criteria/src/pcwg3/vocabulary.ts

/** Progression or not: stable stands for "no progression", which has no response above it. */ const pcwg2Vocabulary =
  {
    ...recistVocabulary,
    id: 'pcwg2',
    rank: ['NON-PD', 'NED', 'PD', 'NE', 'ND', 'MISSING'],
    worstFirst: ['PD', 'NON-PD', 'NED', 'NE', 'ND', 'MISSING'],
    complete: [],
    partial: [],
    stable: 'NON-PD',
    nonCrNonPd: 'NON-PD',
  };
/** How the standard's responses enter the best overall response: PDu that nothing resolved counts by `pduBor`. */ function vocabularyOf({
  standard,
  pduBor,
}) {
  const vocabulary = standard === 'pcwg2' ? pcwg2Vocabulary : recistVocabulary;
  const unresolved = pduBor === 'PD' ? vocabulary.progression : vocabulary.stable;
  return {
    vocabulary,
    counted: visit => {
      const value = visit.revised?.value ?? visit.overall ?? null;
      return value === 'PDu'
        ? {
            ...visit,
            overall: unresolved,
            revised: null,
          }
        : visit;
    },
  };
}

// ./platform/criteria/src/pcwg3/assessPcwg3.ts

const assessPcwg3_source = 'Scher 2016 (PCWG3)';
function softCategory(value) {
  return softCategories.find(code => code === value) ?? 'NE';
}
/** Why bone scans have no baseline to count from, or null. */ function boneBaselineProblem(scan) {
  if (!scan) return 'no bone scan at baseline';
  return scan.evaluable === false
    ? `the baseline bone scan is not readable (${scan.reason ?? 'OTHER'})`
    : null;
}
function scanFindings(scan, dated) {
  const { input } = scan;
  if (!input || input.evaluable === false) return [];
  const say = (rule, severity, text) => finding(rule, severity, null, text, assessPcwg3_source);
  const count = input.newLesions ?? null;
  if (count === null)
    return [
      say(
        'bone.countMissing',
        'block',
        'A readable bone scan without the number of new lesions: bone is NE.'
      ),
    ];
  const found = [];
  if (count > 0 && input.lesionsPresent === false)
    found.push(
      say(
        'bone.contradiction',
        'block',
        `${count} new bone lesions, but none is said to be present: bone is NE.`
      )
    );
  if (count === 0 && (input.lesionsPresent ?? null) === null)
    found.push(
      say(
        'bone.presenceNotStated',
        'note',
        'Whether this bone scan shows any lesion is not stated; the baseline decides between NED and Non-PD.'
      )
    );
  if (!dated)
    found.push(
      say(
        'bone.undated',
        'block',
        'Without dates neither the flare window nor a confirmation can be decided.'
      )
    );
  return found;
}
/** Overall at a visit from what was known then, or from what later visits made of it. */ function combined(
  softTissue,
  bone,
  targetsAtBaseline,
  parameters
) {
  return pcwg3_grid_overallOf(
    {
      softTissue,
      bone,
      targetsAtBaseline,
    },
    {
      standard: parameters.standard,
      nedNed: parameters['pcwg.nedNed'],
    }
  );
}
function output(one, targetsAtBaseline, parameters, order) {
  const { soft, softRating, bone, psa } = one;
  const overall = combined(softRating.category, bone.category, targetsAtBaseline, parameters);
  const dates = [
    softRating.category === 'PD' ? (soft.date ?? null) : null,
    bone.category === 'PD' ? bone.date : null,
  ];
  const softRevised =
    softRating.revised ??
    (soft.revised
      ? {
          ...soft.revised,
          value: softCategory(soft.revised.value),
        }
      : null);
  const softLater = softRevised?.value ?? softRating.category;
  const boneLater = bone.revised?.value ?? bone.category;
  const later = combined(softLater, boneLater, targetsAtBaseline, parameters);
  // One of them alone always makes it; where each does, the visit that settled it first.
  const alone = [
    {
      by: softRevised,
      makes: combined(softLater, bone.category, targetsAtBaseline, parameters),
    },
    {
      by: bone.revised,
      makes: combined(softRating.category, boneLater, targetsAtBaseline, parameters),
    },
  ].flatMap(({ by, makes }) => (by && makes === later ? [by] : []));
  const [by] = alone.sort((a, b) => order(a.byTimepoint) - order(b.byTimepoint));
  const revised =
    later !== overall && by
      ? {
          value: later,
          byTimepoint: by.byTimepoint,
          rule: by.rule,
        }
      : null;
  const revisedDates = [
    softLater === 'PD' ? (soft.date ?? null) : null,
    boneLater === 'PD' ? (bone.revised?.date ?? bone.date) : null,
  ];
  const shown = `soft tissue ${softRating.category}, bone ${bone.category}`;
  return {
    ...soft,
    date: earliest(revised ? revisedDates : dates) ?? soft.date ?? bone.date,
    components: {
      softTissue: softRating.category,
      bone: bone.category,
      boneRevised: bone.revised?.value ?? null,
      psa: psa.category,
    },
    overall,
    revised,
    trace: [
      ...soft.trace,
      ...softRating.trace,
      ...bone.trace,
      ...psa.trace,
      {
        rule: 'overall.boneGrid',
        text: `${shown}${targetsAtBaseline ? '' : ', no soft-tissue target at baseline'}: ${overall}.`,
        numbers: {},
        source: parameters.standard === 'pcwg2' ? 'Scher 2008 (PCWG2)' : assessPcwg3_source,
      },
    ],
    findings: [...soft.findings, ...one.findings],
  };
}
/** PCWG3 or PCWG2 for one subject: soft tissue, bone scan and PSA apart, soft tissue and bone combined. */ function assessPcwg3(
  input
) {
  const parameters = parametersOf('pcwg3', pcwg3_parameters_ParametersSchema, input.parameters);
  const soft = assessSoftTissue(input, parameters);
  const byId = new Map(input.timepoints.map(one => [one.id, one]));
  const given = id => byId.get(id) ?? {};
  const [base, ...visits] = soft.timepoints;
  const baseline = base ? byId.get(base.id) : undefined;
  const start = referenceDate(input, parameters, null) ?? baseline?.date ?? null;
  input.timepoints.forEach((one, index) => {
    const { boneScan } = one;
    if (boneScan?.date) dayNumber(boneScan.date, `/timepoints/${index}/boneScan/date`);
  });
  const baseScan = base ? (given(base.id).boneScan ?? null) : null;
  const problem = boneBaselineProblem(baseScan);
  const scans = visits.map(({ id }) => {
    const scan = given(id).boneScan ?? null;
    const readable = byId.get(id)?.evaluable !== false;
    const date = scan?.date ?? byId.get(id)?.date ?? null;
    const why = problem ?? (readable ? null : 'the visit is not evaluable');
    return {
      timepoint: id,
      date,
      input: why === null ? scan : null,
      problem: why,
    };
  });
  const bones = rateBone(scans, {
    standard: parameters.standard,
    flareDays: parameters.flareDays,
    boneConfirmDays: parameters.boneConfirmDays,
    laterConfirm: parameters.standard === 'pcwg3' || parameters['pcwg2.laterConfirm'],
    start,
    baselineLesions: baseScan?.lesionsPresent ?? null,
  });
  const psas = ratePsa(
    base ? (given(base.id).psaNgMl ?? null) : null,
    visits.map(({ id }) => ({
      timepoint: id,
      date: byId.get(id)?.date ?? null,
      value: given(id).psaNgMl ?? null,
    })),
    {
      ...parameters,
      start,
    }
  );
  const softVisits = visits.map(({ id, overall }) => ({
    timepoint: id,
    date: byId.get(id)?.date ?? null,
    category: softCategory(overall),
  }));
  const softRatings =
    parameters.standard === 'pcwg2'
      ? confirmFirstProgression(softVisits, {
          firstScanDays: parameters.flareDays,
          confirmDays: parameters['pcwg2.softConfirmDays'],
          start,
        })
      : softVisits.map(({ category }) => ({
          category,
          trace: [],
          revised: null,
        }));
  const targetsAtBaseline =
    baseline?.lesions.some(({ role, splitFrom }) => role === 'target' && !splitFrom) ?? false;
  const timepoints = [];
  if (base && baseline) {
    const noBone =
      problem !== null && visits.some(({ id }) => given(id).boneScan)
        ? [
            finding(
              'bone.baselineMissing',
              'block',
              null,
              `Bone is NE at every visit: ${problem}.`,
              assessPcwg3_source
            ),
          ]
        : [];
    const boneDisease = baseScan?.lesionsPresent === true;
    const kept = base.findings.filter(
      ({ rule }) => !(boneDisease && rule === 'baseline.noLesions')
    );
    timepoints.push({
      ...base,
      findings: [...kept, ...siteFindings(baseline, parameters), ...noBone],
    });
  }
  const order = timepoint => visits.findIndex(({ id }) => id === timepoint);
  visits.forEach((visit, index) => {
    const [softRating, bone, psa, scan] = [
      softRatings[index],
      bones[index],
      psas[index],
      scans[index],
    ];
    if (!softRating || !bone || !psa || !scan) return;
    const findings = scanFindings(scan, scan.date !== null);
    timepoints.push(
      output(
        {
          soft: visit,
          softRating,
          bone,
          psa,
          findings,
        },
        targetsAtBaseline,
        parameters,
        order
      )
    );
  });
  const { vocabulary, counted } = vocabularyOf(parameters);
  return {
    criterion: 'pcwg3',
    parameters: {
      ...parameters,
    },
    timepoints,
    bestOverallResponse: bestResponseOf(
      timepoints.slice(1).map(counted),
      input,
      parameters,
      {
        date: start,
      },
      vocabulary
    ),
  };
}

// ./platform/criteria/src/pcwg3/inputs.ts

const Nullable = Type.Null();
const BoneScanSchema = Type.Object({
  evaluable: Type.Optional(
    Type.Union([Type.Boolean(), Nullable], {
      description: 'false: no scan, or not readable',
    })
  ),
  reason: Type.Optional(
    Type.Union([Type.String(), Nullable], {
      description: 'why it is not evaluable',
    })
  ),
  date: Type.Optional(
    Type.Union(
      [
        Type.String({
          pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        }),
        Nullable,
      ],
      {
        description: 'date of the scan, YYYY-MM-DD; the date of the timepoint without it',
      }
    )
  ),
  lesionsPresent: Type.Optional(
    Type.Union([Type.Boolean(), Nullable], {
      description: 'any bone lesion of prostate cancer on this scan',
    })
  ),
  newLesions: Type.Optional(
    Type.Union(
      [
        Type.Integer({
          minimum: 0,
        }),
        Nullable,
      ],
      {
        description:
          'lesions on this scan that the baseline scan does not show, a count; not at baseline',
      }
    )
  ),
});
/** What a prostate cancer visit has beside the lesions of soft tissue. */ const Pcwg3TimepointSchema =
  Type.Object({
    boneScan: Type.Optional(
      Type.Union([BoneScanSchema, Nullable], {
        description: 'planar 99mTc bone scan',
      })
    ),
    softTissueEvaluable: Type.Optional(
      Type.Union([Type.Boolean(), Nullable], {
        description:
          'false: CT or MRI was not done or could not be read, the bone scan counts alone',
      })
    ),
    psaNgMl: Type.Optional(
      Type.Union(
        [
          Type.Number({
            minimum: 0,
          }),
          Nullable,
        ],
        {
          description: 'prostate-specific antigen, ng/mL',
        }
      )
    ),
  });

// ./platform/criteria/src/pcwg3/pcwg3.ts

const pcwg3 = {
  id: 'pcwg3',
  name: 'PCWG3 (and PCWG2)',
  source:
    'Scher HI et al. J Clin Oncol 2016;34:1402-1418; PCWG2: Scher HI et al. J Clin Oncol 2008;26:1148-1159',
  parameters: Type.Partial(pcwg3_parameters_ParametersSchema),
  inputs: {
    timepoint: Pcwg3TimepointSchema,
  },
  components: pcwg3_grid_ComponentsSchema,
  tables: pcwg3Tables,
  // Composed of soft tissue, bone and PSA, and by the standard in use: nobody's call as a whole.
  readerResponses: [],
  assess: assessPcwg3,
  combine: combinePcwg3,
};

// ./platform/criteria/src/percist/inputs.ts

const optional = (schema, description) =>
  Type.Optional(
    Type.Union([schema, Type.Null()], {
      description,
    })
  );
const percist_inputs_amount = description =>
  optional(
    Type.Number({
      minimum: 0,
    }),
    description
  );
const percist_inputs_stated = description => optional(Type.Boolean(), description);
const PercistLesionSchema = Type.Object({
  sulPeak: percist_inputs_amount(
    'SULpeak: mean lean-body-mass SUV of the hottest 1 cm³ sphere of the lesion, g/mL.'
  ),
  suvPeak: percist_inputs_amount(
    'Taken as SULpeak where `sulPeak` is not given, with a finding; a body-weight SUV must not be given. g/mL.'
  ),
  distinctFromBackground: percist_inputs_stated(
    'Whether the uptake stands out from its surroundings; a complete response needs false (or the status absent).'
  ),
  hottest: percist_inputs_stated(
    'true: the reader states that no lesion of this scan is hotter; lesions without a number then do not make the visit NE.'
  ),
  tlg: percist_inputs_amount('Total lesion glycolysis of the lesion (mean SUL times volume), g.'),
});
const PercistTimepointSchema = Type.Object({
  liverSulMean: percist_inputs_amount(
    'Mean SUL of a 3 cm sphere in the right lobe of the liver, g/mL.'
  ),
  liverSulSd: percist_inputs_amount('Standard deviation of SUL in that sphere, g/mL.'),
  liverDiseased: percist_inputs_stated(
    'The liver is diseased and gives no background: the blood pool takes its place. As at baseline when left out.'
  ),
  bloodPoolSulMean: percist_inputs_amount(
    'Mean SUL of the blood pool in the thoracic aorta, g/mL.'
  ),
  bloodPoolSulSd: percist_inputs_amount('Standard deviation of SUL in the blood pool, g/mL.'),
  uptakeMinutes: percist_inputs_amount('Time from injection to the start of the scan, minutes.'),
  injectedActivityMBq: percist_inputs_amount('Injected activity, MBq.'),
  sameScanner: percist_inputs_stated(
    'Same scanner, or same model at the same site, as at baseline.'
  ),
  sameReconstruction: percist_inputs_stated('Same acquisition and reconstruction as at baseline.'),
  tlg: percist_inputs_amount(
    'Total lesion glycolysis of the scan, g; the sum over the targets where both scans have only that.'
  ),
});
const inputs_own = lesion => lesion;
const percistOf = ({ input }) => input;
/** SULpeak as given, in g/mL; null when not given. */ function sulOf(lesion) {
  const { sulPeak, suvPeak } = inputs_own(lesion);
  return sulPeak ?? suvPeak ?? null;
}
/** Every number of a timepoint that enters the arithmetic. */ function timepointNumbers(
  timepoint
) {
  const given = timepoint;
  return [
    given.liverSulMean,
    given.liverSulSd,
    given.bloodPoolSulMean,
    given.bloodPoolSulSd,
    given.uptakeMinutes,
    given.injectedActivityMBq,
    given.tlg,
  ].filter(value => typeof value === 'number');
}

// ./platform/criteria/src/percist/background.ts

/** A liver once called diseased stays so until a visit says otherwise; not stated is not diseased. */ function isLiverDiseased(
  visit,
  baseline
) {
  return percistOf(visit).liverDiseased ?? percistOf(baseline).liverDiseased ?? false;
}
function backgroundOf(visit, liverDiseased, scale) {
  const { liverSulMean, liverSulSd, bloodPoolSulMean, bloodPoolSulSd } = percistOf(visit);
  const of = value => (value == null ? null : scale.of(value));
  return liverDiseased
    ? {
        organ: 'blood pool',
        mean: of(bloodPoolSulMean),
        sd: of(bloodPoolSulSd),
      }
    : {
        organ: 'liver',
        mean: of(liverSulMean),
        sd: of(liverSulSd),
      };
}
/**
 * Twice the SULpeak from which on a baseline lesion is measurable: 1.5 x liver mean + 2 SD, or 2.0 x blood pool
 * mean + 2 SD. Null without both numbers.
 */ function twiceLimit({ organ, mean, sd }) {
  if (mean === null || sd === null) return null;
  return (organ === 'liver' ? 3n : 4n) * mean + 4n * sd;
}
function limitOutput(background, scale) {
  const twice = twiceLimit(background);
  return twice === null ? null : ratio(twice, 2n * scale.one);
}

// ./platform/criteria/src/percist/glycolysis.ts

function glycolysisOf({ visit, states }, scale) {
  const total = visit.input.evaluable === false ? null : (percistOf(visit).tlg ?? null);
  let sum = null;
  let missing = false;
  for (const { id, status } of states) {
    if (status === 'absent' || status === 'merged') {
      sum = sum ?? 0n;
      continue;
    }
    const parts = visit.lesions.list.filter(
      lesion =>
        lesion.splitFrom === id ||
        (lesion.id === id && (status !== 'split' || inputs_own(lesion).tlg != null))
    );
    const measured = status === 'measured' || status === 'split';
    if (!measured) missing = true;
    for (const part of parts) {
      const { tlg } = inputs_own(part);
      if (tlg == null) missing = true;
      else sum = (sum ?? 0n) + scale.of(tlg);
    }
  }
  return {
    total: total === null ? null : scale.of(total),
    lesions: missing ? null : sum,
  };
}
/**
 * A scan against the baseline, or the lowest of the earlier scans: totals where every scan needed has one, else sums
 * over the same lesions. Null where neither can be compared. `earlier` starts with the baseline.
 */ function glycolysisPair(current, earlier, reference, scale) {
  const now = glycolysisOf(current, scale);
  const past = earlier.map(one => glycolysisOf(one, scale));
  const lowest = values => {
    const [first, ...later] = values;
    if (first == null) return null;
    if (reference === 'baseline') return first;
    return later.reduce((least, value) => (value != null && value < least ? value : least), first);
  };
  const total = lowest(past.map(one => one.total));
  if (now.total !== null && total !== null)
    return {
      current: now.total,
      reference: total,
    };
  const sameLesions = current.targets.length === earlier[0]?.targets.length;
  const sum = sameLesions ? lowest(past.map(one => one.lesions)) : null;
  return now.lesions === null || sum === null
    ? null
    : {
        current: now.lesions,
        reference: sum,
      };
}

// ./platform/criteria/src/percist/hottest.ts

const countedOf = ({ states, others }, excluded) => [
  ...states.filter(({ id }) => !excluded.has(id)),
  ...others,
];
/** SULpeak of the hottest lesion of a scan. It is known only if every target was read, or called so by the reader. */ function hottestOf(
  reading,
  excluded
) {
  const counted = countedOf(reading, excluded);
  const known = counted.reduce((most, one) => (one.known > most ? one.known : most), 0n);
  return {
    known,
    complete:
      reading.statedHottest ||
      reading.states.every(({ id, complete }) => complete || excluded.has(id)),
    ids: counted.filter(one => one.known === known && known > 0n).map(({ id }) => id),
  };
}
/** Lesions treated locally that are left out of this scan and of those it is compared with. */ function excludedIds({
  states,
}) {
  return new Set(states.filter(({ excluded }) => excluded).map(({ id }) => id));
}
/**
 * The hottest lesion against the baseline and the lowest earlier scan: `earlier` starts with the baseline and has the
 * scans that may be compared. The lesion may be another one on every scan.
 */ function sulReferences(reading, earlier, parameters) {
  const excluded = excludedIds(reading);
  const past = earlier.map(one => hottestOf(one, excluded));
  const baseline = past[0]?.known ?? 0n;
  const nadir = past
    .filter(({ complete }) => complete || parameters.nadirFromPartial)
    .reduce((least, { known }) => (known < least ? known : least), baseline);
  return {
    current: hottestOf(reading, excluded),
    baseline,
    nadir,
    reference: parameters['percist.pmdRef'] === 'nadir' ? nadir : baseline,
    counted: reading.states.filter(({ id }) => !excluded.has(id)).length,
  };
}
/** A lesion as it was last described: a later scan need not repeat its place. */ function described(
  id,
  history
) {
  const all = history.map(({ lesions }) => lesions.get(id)).filter(one => one !== undefined);
  return all.findLast(({ location }) => location) ?? all.at(-1);
}
/** Sum of SULpeak of the hottest lesions of a scan, so many in all and per organ. `history` ends with the scan. */ function sumOfHottest(
  reading,
  history,
  { maxTargets, maxTargetsPerOrgan }
) {
  const excluded = excludedIds(reading);
  const hottestFirst = countedOf(reading, excluded).sort((a, b) => Number(b.known - a.known));
  const perOrgan = new Map();
  let taken = 0;
  let known = 0n;
  for (const one of hottestFirst) {
    const lesion = described(one.id, history);
    // A lesion without a place shares no organ with another.
    const organ = (lesion && organOf(lesion)) ?? `lesion ${one.id}`;
    const inside = perOrgan.get(organ) ?? 0;
    if (taken >= maxTargets || inside >= maxTargetsPerOrgan) continue;
    perOrgan.set(organ, inside + 1);
    taken += 1;
    known += one.known;
  }
  return {
    known,
    complete: reading.states.every(({ id, complete }) => complete || excluded.has(id)),
  };
}

// ./platform/criteria/src/percist/burdens.ts

const unreferenced = {
  nadir: null,
  changeFromBaselinePct: null,
  changeFromNadirPct: null,
  changeFromNadir: null,
};
/** `earlier`: the scans that this one can be compared with, baseline first; none leaves the numbers alone. */ function burdensOf(
  reading,
  earlier,
  history,
  { own: parameters, scale }
) {
  const { measure } = reading;
  const references = sulReferences(reading, earlier, parameters);
  const withReferences = burden =>
    earlier.length > 0
      ? burden
      : {
          ...burden,
          ...unreferenced,
        };
  const current = sumOfHottest(reading, history, parameters);
  const past = earlier.map(one =>
    sumOfHottest(one, history.slice(0, history.indexOf(one.visit) + 1), parameters)
  );
  const first = past[0]?.known ?? 0n;
  const least = past
    .filter(({ complete }) => complete || parameters.nadirFromPartial)
    .reduce((lowest, { known }) => (known < lowest ? known : lowest), first);
  const sums = {
    current,
    baseline: first,
    nadir: least,
    counted: references.counted,
  };
  const own = glycolysisOf(reading, scale);
  const [pair, lowest] = ['baseline', 'nadir'].map(reference =>
    glycolysisPair(reading, earlier, reference, scale)
  );
  const alone = pair?.current ?? own.total ?? own.lesions;
  const grams = {
    ...measure,
    unit: 'g',
  };
  const glycolysis = known => {
    const shown = burdenOutput(
      {
        current: {
          known,
          complete: true,
        },
        baseline: pair?.reference ?? 0n,
        nadir: lowest?.reference ?? 0n,
        counted: 1,
      },
      grams,
      scale
    );
    return pair
      ? shown
      : {
          ...shown,
          ...unreferenced,
        };
  };
  const measured = references.counted > 0;
  return {
    sulPeak: measured ? withReferences(burdenOutput(references, measure, scale)) : null,
    sulPeakSum: measured ? withReferences(burdenOutput(sums, measure, scale)) : null,
    tlg: alone === null ? null : glycolysis(alone),
  };
}
/** The burdens of the baseline: numbers without references. */ function baselineBurdens(
  reading,
  subject
) {
  const bare = burden => {
    if (burden === null) return null;
    const { value, unit, lowerBound } = burden;
    return {
      value,
      unit,
      ...(lowerBound === undefined
        ? {}
        : {
            lowerBound,
          }),
    };
  };
  const { sulPeak, sulPeakSum, tlg } = burdensOf(reading, [], [reading.visit], subject);
  return {
    sulPeak: bare(sulPeak),
    sulPeakSum: bare(sulPeakSum),
    tlg: bare(tlg),
  };
}

// ./platform/criteria/src/percist/comparability.ts

const comparability_size = value => (value < 0n ? -value : value);
/** The mean differs by at most the percentage and by less than the absolute limit. */ function backgroundPart(
  visit,
  baseline,
  parameters,
  scale
) {
  const diseased = isLiverDiseased(visit, baseline) || isLiverDiseased(baseline, baseline);
  const now = backgroundOf(visit, diseased, scale);
  const then = backgroundOf(baseline, diseased, scale);
  if (now.mean === null || then.mean === null) {
    const scan = now.mean === null ? 'this scan' : 'the baseline';
    return {
      part: {
        unknown: [`${now.organ} mean SUL of ${scan}`],
      },
      difference: null,
    };
  }
  const difference = now.mean - then.mean;
  const percent = parameters['percist.backgroundDifferencePct'];
  const absolute = parameters['percist.backgroundDifferenceSul'];
  const relative = scale.of(percent) * then.mean;
  const hundred = 100n * scale.one;
  const within =
    hundred * comparability_size(difference) <= relative &&
    comparability_size(difference) < scale.of(absolute);
  if (within)
    return {
      part: {},
      difference,
    };
  const limit =
    relative < hundred * scale.of(absolute)
      ? {
          numerator: relative,
          denominator: hundred,
        }
      : {
          numerator: scale.of(absolute),
          denominator: 1n,
        };
  const text = `${now.organ} mean SUL ${scale.toMm(now.mean)} against ${scale.toMm(then.mean)} g/mL (at most ${percent} % and less than ${absolute} g/mL apart)`;
  const number = {
    value: comparability_size(difference),
    limit,
    unit: 'g/mL',
  };
  return {
    part: {
      failures: [
        {
          text,
          number,
        },
      ],
    },
    difference,
  };
}
function minutes(text, value, limit) {
  return {
    text,
    number: {
      value,
      limit: {
        numerator: limit,
        denominator: 1n,
      },
      unit: 'min',
    },
  };
}
/** An uptake time outside the window; null when inside or not given. */ function outsideWindow(
  given,
  scan,
  parameters,
  scale
) {
  const from = parameters['percist.uptakeFromMinutes'];
  const to = parameters['percist.uptakeToMinutes'];
  if (given === null) return null;
  const [value, least, most] = [scale.of(given), scale.of(from), scale.of(to)];
  if (value >= least && value <= most) return null;
  const text = `uptake time of ${scan} ${given} min (${from} to ${to} min)`;
  return minutes(text, value, value < least ? least : most);
}
const uptakeOf = scan => percistOf(scan).uptakeMinutes ?? null;
function uptakePart(visit, baseline, parameters, scale) {
  const [now, then] = [uptakeOf(visit), uptakeOf(baseline)];
  const failures = [
    outsideWindow(now, 'this scan', parameters, scale),
    outsideWindow(then, 'the baseline', parameters, scale),
  ].filter(failure => failure !== null);
  if (now === null || then === null)
    return {
      failures,
      unknown: [`uptake time of ${now === null ? 'this scan' : 'the baseline'}`],
    };
  const most = parameters['percist.uptakeDifferenceMinutes'];
  const apart = comparability_size(scale.of(now) - scale.of(then));
  if (apart > scale.of(most)) {
    const text = `uptake time ${now} min against ${then} min (at most ${most} min apart)`;
    failures.push(minutes(text, apart, scale.of(most)));
  }
  return {
    failures,
  };
}
function samePart(same, what) {
  if (same == null)
    return {
      unknown: [`whether the ${what} is that of the baseline`],
    };
  return same
    ? {}
    : {
        failures: [
          {
            text: `another ${what} than at baseline`,
            number: null,
          },
        ],
      };
}
function activityRemarks(visit, baseline, parameters, scale) {
  const percent = parameters['percist.activityDifferencePct'];
  const [now, then] = [visit, baseline].map(scan => percistOf(scan).injectedActivityMBq ?? null);
  if (now == null || then == null) return [];
  const difference = comparability_size(scale.of(now) - scale.of(then));
  if (100n * scale.one * difference <= scale.of(percent) * scale.of(then)) return [];
  return [`Injected activity ${now} against ${then} MBq differs more than ${percent} %.`];
}
/** Uptake time of the baseline itself: null when within the window or not given. */ function baselineUptakeFailure(
  baseline,
  parameters,
  scale
) {
  return outsideWindow(uptakeOf(baseline), 'the baseline', parameters, scale)?.text ?? null;
}
/** The scan of a visit against that of the baseline. */ function compareScans(
  visit,
  baseline,
  parameters,
  scale
) {
  const background = backgroundPart(visit, baseline, parameters, scale);
  const { sameScanner, sameReconstruction } = percistOf(visit);
  const parts = [
    background.part,
    uptakePart(visit, baseline, parameters, scale),
    samePart(sameScanner, 'scanner'),
    samePart(sameReconstruction, 'reconstruction'),
  ];
  return {
    failures: parts.flatMap(({ failures = [] }) => failures),
    unknown: parts.flatMap(({ unknown = [] }) => unknown),
    remarks: activityRemarks(visit, baseline, parameters, scale),
    numbers: {
      backgroundDifferenceSul:
        background.difference === null ? null : ratio(background.difference, scale.one),
      uptakeMinutes: uptakeOf(visit),
      baselineUptakeMinutes: uptakeOf(baseline),
    },
  };
}

// ./platform/criteria/src/percist/grid.ts

const percist_grid_source = 'Wahl 2009 (PERCIST 1.0), O 2016';
const percist_grid_NN = 'NON-CMR/NON-PMD';
/** A non-target response in metabolic terms. */ const metabolicOf = {
  CR: 'CMR',
  'NON-CR/NON-PD': percist_grid_NN,
  PD: 'PMD',
  NE: 'NE',
  NA: 'NA',
};
/** Overall response without new lesions: rows are the target, columns the other lesions. */ const percistGrid =
  {
    CMR: {
      CMR: 'CMR',
      [percist_grid_NN]: 'PMR',
      PMD: 'PMD',
      NE: 'PMR',
      NA: 'CMR',
    },
    PMR: {
      CMR: 'PMR',
      [percist_grid_NN]: 'PMR',
      PMD: 'PMD',
      NE: 'PMR',
      NA: 'PMR',
    },
    SMD: {
      CMR: 'SMD',
      [percist_grid_NN]: 'SMD',
      PMD: 'PMD',
      NE: 'SMD',
      NA: 'SMD',
    },
    PMD: {
      CMR: 'PMD',
      [percist_grid_NN]: 'PMD',
      PMD: 'PMD',
      NE: 'PMD',
      NA: 'PMD',
    },
    NE: {
      CMR: 'NE',
      [percist_grid_NN]: 'NE',
      PMD: 'NE',
      NE: 'NE',
      NA: 'NE',
    },
    NA: {
      CMR: 'CMR',
      [percist_grid_NN]: percist_grid_NN,
      PMD: 'PMD',
      NE: 'NE',
      NA: 'NED',
    },
  };
/** Overall response of one visit with the rule that gave it. */ function percist_grid_overallOf(
  { target, nonTarget, newLesions },
  parameters
) {
  const result = (value, rule, text) => ({
    value,
    trace: [
      {
        rule,
        text,
        numbers: {},
        source: percist_grid_source,
      },
    ],
  });
  const parts = `target ${target}, other lesions ${nonTarget}, new lesions ${newLesions}`;
  if (newLesions === 'YES')
    return result('PMD', 'overall.newLesion', `A new lesion is progression: ${parts}.`);
  const value = percistGrid[target][nonTarget];
  if (target === 'NE' && nonTarget === 'PMD' && parameters['percist.neOthersWorse'] === 'PMD')
    return result('PMD', 'overall.neOthersWorse', `Other lesions decide: ${parts}.`);
  if (value === 'CMR' && newLesions === 'NE' && parameters.newLesionNe === 'noCr')
    return result(
      target === 'NA' ? percist_grid_NN : 'PMR',
      'overall.newLesionNe',
      `New lesions could not be judged, which forbids CMR: ${parts}.`
    );
  return result(value, 'overall.grid', `${parts}: ${value}.`);
}
const grid_targets = ['CMR', 'PMR', 'SMD', 'PMD', 'NE'];
const others = ['CMR', percist_grid_NN, 'PMD', 'NE'];
/** RECIST's and Lugano's codes for the same: a judgement of other lesions comes in the former. */ const sameAs =
  new Map([
    ['CR', 'CMR'],
    ['NON-CR/NON-PD', percist_grid_NN],
    ['NN', percist_grid_NN],
    ['PD', 'PMD'],
  ]);
/**
 * The combination table alone. A null component means that the subject has none of that kind; other lesions may be given
 * in RECIST's codes, NMR is SMD. Throws CL_RESPONSE_UNKNOWN on a code the table does not have.
 */ function combinePercist(components) {
  const { target, nonTarget, newLesions } = components;
  const of = (given, known, name) =>
    combineByGrid_pick(given, known, `/components/${name}`, 'percist-1.0');
  const state =
    typeof newLesions === 'string'
      ? of(newLesions, ['NO', 'YES', 'EQUIVOCAL', 'NE'], 'newLesions')
      : newLesions
        ? 'YES'
        : 'NO';
  const other = sameAs.get(nonTarget) ?? nonTarget;
  return percist_grid_overallOf(
    {
      target: of(target === 'NMR' ? 'SMD' : target, grid_targets, 'target'),
      nonTarget: of(other, others, 'nonTarget'),
      newLesions: state === 'NA' ? 'NO' : state,
    },
    {
      newLesionNe: 'noCr',
      'percist.neOthersWorse': 'NE',
    }
  ).value;
}
const percistTables = [false, true].map(newLesions => ({
  title: newLesions ? 'With a new lesion' : 'Without new lesions',
  source: percist_grid_source,
  axes: [
    {
      component: 'target',
      label: 'Hottest lesion',
      values: [...grid_targets, null],
    },
    {
      component: 'nonTarget',
      label: 'Other lesions',
      values: [...others, null],
    },
  ],
  fixed: {
    newLesions,
  },
}));

// ./platform/criteria/src/percist/measure.ts

/** Stated not to stand out from its surroundings, or taken so where nothing is stated. */ function isIndistinct(
  lesion,
  unknown
) {
  const distinct = inputs_own(lesion).distinctFromBackground ?? null;
  if (distinct !== null) return !distinct;
  return lesion.status === 'absent' || (unknown === 'byValue' && lesion.status !== 'progressed');
}
/**
 * SULpeak as what a lesion adds; the parts of a split are as hot as the hottest. `background`: mean of the scan, scaled
 * g/mL; a lesion below it that does not stand out is no disease any more.
 */ function sulMeasure(background, unknown) {
  return {
    unit: 'g/mL',
    parts: 'highest',
    recorded: lesion => {
      const { sulPeak, suvPeak, tlg } = inputs_own(lesion);
      return [sulPeak, suvPeak, tlg];
    },
    value: (lesion, _node, scale) => {
      const sul = sulOf(lesion);
      return sul === null ? null : scale.of(sul);
    },
    // Never asked for: `asMeasured` makes such a lesion not evaluable, for no SULpeak stands for "too small".
    tooSmall: () => 0n,
    isDisease: (lesion, value) =>
      value > 0n &&
      !(lesion !== null && value < (background ?? 0n) && isIndistinct(lesion, unknown)),
    toOutput: (value, scale) => scale.toMm(value),
  };
}
/** A lesion whose uptake is measured, by the words that state a size elsewhere. */ function asMeasured(
  lesion
) {
  const distinct = inputs_own(lesion).distinctFromBackground ?? null;
  const sul = sulOf(lesion);
  const absent = lesion.status === 'absent';
  if (lesion.evaluable === false) return lesion;
  if (absent && distinct === true)
    return {
      ...lesion,
      evaluable: false,
      reason: 'CONTRADICTION',
    };
  // Gone to the eye, with the number of what is at its place.
  if (absent && sul !== null) {
    const read = {
      ...lesion,
      status: null,
      tooSmallToMeasure: null,
    };
    return Object.assign(read, {
      distinctFromBackground: false,
    });
  }
  if (sul !== null || absent) return lesion;
  return lesion.tooSmallToMeasure
    ? {
        ...lesion,
        tooSmallToMeasure: null,
        evaluable: false,
        reason: 'TOO_SMALL_TO_MEASURE',
      }
    : lesion;
}
/** A lesion that is followed by its state: without one, its number and what was said of it give it. */ function asOther(
  lesion,
  measure,
  scale
) {
  if (lesion.status) return lesion;
  const value = measure.value(lesion, false, scale);
  const distinct = inputs_own(lesion).distinctFromBackground ?? null;
  if (value === null && distinct === null) return lesion;
  const present =
    value === null ? distinct === true : measure.isDisease(lesion, value, false, scale);
  return {
    ...lesion,
    status: present ? 'present' : 'absent',
  };
}
const withLesions = (visit, as) => ({
  ...visit,
  lesions: lesionsOf(visit.lesions.list.map(as)),
});
/** A visit as its measured lesions are read. */ const measuredView = visit =>
  withLesions(visit, asMeasured);
/** A visit as the lesions are read that are followed by their state. */ const othersView = (
  visit,
  measure,
  scale
) => withLesions(visit, lesion => asOther(lesion, measure, scale));

// ./platform/criteria/src/percist/others.ts

const others_noNodeLimits = () => ({
  targetFromMm: 0,
  normalBelowMm: 0,
  newFromMm: 0,
});
/** A new lesion by what was stated, else by its uptake. */ function others_newLesionState(lesion) {
  const { status, tooSmallToMeasure, longestDiameterMm } = lesion;
  const distinct = inputs_own(lesion).distinctFromBackground ?? null;
  if (lesion.evaluable === false) return 'NE';
  if (status === 'absent') return 'NO';
  if (status === 'equivocal') return 'EQUIVOCAL';
  if (status) return 'YES';
  if (distinct === false) return 'NO';
  if (distinct === true || tooSmallToMeasure) return 'YES';
  const size = sulOf(lesion) ?? longestDiameterMm ?? null;
  if (size === null) return 'NE';
  return size === 0 ? 'NO' : 'YES';
}
/**
 * The lesions that are not measured, by their states; with `demoted` targets where nothing was measurable. A target that
 * is not the hottest here and is called unequivocally worse counts as one of them, unless the reader judged the whole.
 */ function rateOthers(
  reading,
  earlier,
  demoted,
  hottest,
  { nonTargets, scale, own: parameters }
) {
  const { visit, measure, targets } = reading;
  const history = [...earlier, visit];
  const rated = nonTargetRating_rateNonTarget(
    [...demoted, ...nonTargets],
    othersView(visit, measure, scale),
    history,
    parameters,
    scale,
    {
      source: percist_grid_source,
      nodeLimits: others_noNodeLimits,
    }
  );
  const plain =
    rated.category !== 'CR' || visit.input.nonTargetJudgement
      ? rated
      : {
          ...rated,
          trace: rated.trace.map(one => ({
            ...one,
            text: 'Every other lesion is gone or not distinct from the background.',
          })),
        };
  const whole = visit.input.evaluable === false || visit.input.nonTargetJudgement;
  // Demoted targets are every one there is, and rated already.
  if (whole || demoted.length > 0) return plain;
  const worse = targets
    .filter(({ id }) => !hottest.includes(id))
    .filter(({ id }) =>
      visit.lesions.list.some(
        lesion => lesion.status === 'progressed' && (lesion.id === id || lesion.splitFrom === id)
      )
    )
    .map(({ id }) => id);
  if (worse.length === 0 || plain.category === 'PD') return plain;
  const text = `Unequivocally worse, not the hottest lesion: ${worse.join(', ')}.`;
  return {
    category: 'PD',
    states: new Map([...plain.states, ...worse.map(id => [id, 'progressed'])]),
    trace: [
      {
        rule: 'nonTarget.pmd.target',
        text,
        numbers: {
          progressed: worse.length,
        },
        source: percist_grid_source,
      },
    ],
  };
}

// ./platform/criteria/src/percist/entryFindings.ts

/** Says something of one lesion. */ const on = lesion => (rule, severity, text) =>
  finding(rule, severity, lesion.id, `${lesion.id} ${text}`, percist_grid_source);
/** SUL by lean body mass is what PERCIST is defined on. */ function unitFindings(lesion) {
  const { sulPeak, suvPeak } = inputs_own(lesion);
  const say = on(lesion);
  if (suvPeak == null) return [];
  if (sulPeak == null)
    return [
      say(
        'measurement.suvPeak',
        'warning',
        'has suvPeak: it is taken as SULpeak. PERCIST is defined on lean-body-mass SUL; a body-weight SUV must not be given.'
      ),
    ];
  if (sulPeak === suvPeak) return [];
  const text = `has sulPeak ${sulPeak} and suvPeak ${suvPeak}: sulPeak is used.`;
  return [say('measurement.suvPeakDiffers', 'warning', text)];
}
function entryFindings_targetFindings(lesion, isParent, reading) {
  const say = on(lesion);
  const sul = sulOf(lesion);
  const distinct = inputs_own(lesion).distinctFromBackground ?? null;
  const { status } = lesion;
  if (lesion.evaluable === false || lesion.mergedInto) return [];
  if (status === 'absent' && distinct === true)
    return [
      say(
        'measurement.contradiction',
        'block',
        'is absent, yet distinct from the background: it counts as not evaluable.'
      ),
    ];
  if (sul === 0 && status && status !== 'absent')
    return [
      say(
        'measurement.contradiction',
        'block',
        `has a SULpeak of 0, yet is ${status}: it counts as not evaluable.`
      ),
    ];
  if (sul === null) {
    if (isParent || status === 'absent') return [];
    return [
      say(
        'measurement.missing',
        'block',
        'has no SULpeak and is not called absent: it counts as not evaluable.'
      ),
    ];
  }
  const state = reading.states.find(({ id }) => id === lesion.id);
  if (status === 'absent' && state?.present === true)
    return [
      say(
        'measurement.absentNotBelow',
        'warning',
        'is absent, but its number is not known to be below the background mean: no complete response.'
      ),
    ];
  const { mean } = reading.background;
  const below = mean !== null && state?.status === 'measured' && state.known < mean;
  if (below && distinct === null && status !== 'absent' && status !== 'progressed')
    return [
      say(
        'measurement.distinctNotStated',
        'warning',
        'is below the background mean; whether it is distinct from the background is not stated.'
      ),
    ];
  return [];
}
/** What was entered at a scan. `history` is baseline to this scan; `measurable`: targets are, else their state counts. */ function entryFindings_entryFindings(
  reading,
  history,
  measurable,
  { targets, nonTargets }
) {
  const { visit } = reading;
  const [baseline] = history;
  const isBaseline = visit === baseline;
  const lookup = splitEntries(history);
  const lesions = visit.lesions.list;
  const found = lesions.flatMap(lesion => {
    const { id, role } = lesion;
    const say = on(lesion);
    const root = lesion.splitFrom ? splitRoot(lesion, lookup) : id;
    const isParent = lesions.some(({ splitFrom }) => splitFrom === id);
    const followed = [...targets, ...nonTargets].some(one => one.id === id);
    const target = reading.targets.some(one => one.id === root);
    const before = baseline.lesions.get(id);
    const entered = [
      ...unitFindings(lesion),
      ...(isBaseline || !before ? placeFindings(lesion) : []),
      ...linkFindings(lesion, visit, lookup, percist_grid_source),
      ...(target && measurable ? entryFindings_targetFindings(lesion, isParent, reading) : []),
    ];
    if (!isBaseline && role !== 'new' && !followed && !lesion.splitFrom)
      entered.push(
        target
          ? say(
              'lesion.addedTarget',
              'warning',
              'is a target that the baseline does not list: taken as a lesion that was there. Record it as new if it was not.'
            )
          : say(
              'lesion.notAtBaseline',
              'block',
              `is ${role} but not in the baseline; it is not used.`
            )
      );
    const stateless = !lesion.status && lesion.evaluable !== false && sulOf(lesion) === null;
    const unstated = stateless && !lesion.mergedInto && !isParent && !lesion.tooSmallToMeasure;
    const spoken = typeof inputs_own(lesion).distinctFromBackground === 'boolean';
    if (followed && !(target && measurable) && unstated && !spoken)
      entered.push(say('nonTarget.stateMissing', 'block', 'has no state.'));
    if (followed && before && before.role !== role)
      entered.push(
        say('lesion.roleChanged', 'block', `was ${before.role} at baseline and stays so.`)
      );
    return entered;
  });
  if (isBaseline) return found;
  if (visit.input.evaluable !== false)
    found.push(
      ...missingRows([...reading.targets, ...nonTargets], visit, lookup, percist_grid_source).map(
        one =>
          baseline.lesions.has(one.lesion ?? '')
            ? one
            : {
                ...one,
                text: `${one.lesion ?? ''} is not listed; it counts as not evaluable.`,
              }
      )
    );
  for (const lesion of newLesionsOf(visit, history))
    if (others_newLesionState(lesion) === 'NE' && lesion.evaluable !== false)
      found.push(
        on(lesion)(
          'newLesion.stateMissing',
          'block',
          'is a new lesion without a state; it counts as not evaluable.'
        )
      );
  return found;
}

// ./platform/criteria/src/percist/thresholds.ts
/** Smallest change of SULpeak that counts, g/mL, with 30 %; and of total lesion glycolysis, %. */ const changeSul = 0.8;
const changeGlycolysisPct = 75n;
const thresholds_reaches = (value, threshold, strict) =>
  strict ? value > threshold : value >= threshold;
/** 30 % and 0.80 g/mL over the reference; from a reference of 0 the latter alone decides. */ function hasRisen(
  sul,
  reference,
  { strict, scale }
) {
  return (
    thresholds_reaches(100n * sul, 130n * reference, strict) &&
    thresholds_reaches(sul - reference, scale.of(changeSul), strict)
  );
}
/** 30 % and 0.80 g/mL below the baseline. */ function hasFallen(sul, baseline, { strict, scale }) {
  return (
    thresholds_reaches(70n * baseline, 100n * sul, strict) &&
    thresholds_reaches(baseline - sul, scale.of(changeSul), strict)
  );
}
/** 75 % over the reference. */ function hasExtended(current, reference, { strict }) {
  if (reference === 0n) return current > 0n;
  return thresholds_reaches(100n * current, (100n + changeGlycolysisPct) * reference, strict);
}
const isBelow = (a, b) => a.numerator * b.denominator < b.numerator * a.denominator;
const whole = value => ({
  numerator: value,
  denominator: 1n,
});
/** The SULpeak from which on it is progression: the larger of the relative and the absolute rise. */ function risenFrom(
  reference,
  scale
) {
  const relative = {
    numerator: 13n * reference,
    denominator: 10n,
  };
  const absolute = whole(reference + scale.of(changeSul));
  return isBelow(relative, absolute) ? absolute : relative;
}
/** The SULpeak down to which it is a partial response: the smaller of the two; null where none is left above 0. */ function fallenFrom(
  baseline,
  scale
) {
  const absolute = baseline - scale.of(changeSul);
  if (absolute <= 0n) return null;
  const relative = {
    numerator: 7n * baseline,
    denominator: 10n,
  };
  return isBelow(relative, whole(absolute)) ? relative : whole(absolute);
}
/** The SULpeaks around a category, each with the category beyond it. */ function sulThresholds(
  category,
  { baseline, reference, complete: isComplete, extended, clearedBelow },
  scale
) {
  if (!isComplete)
    return [
      {
        ...risenFrom(reference, scale),
        category: 'PMD',
      },
    ];
  const risen = extended ? whole(reference) : risenFrom(reference, scale);
  const fallen = fallenFrom(baseline, scale);
  const cleared = clearedBelow === null ? null : whole(clearedBelow);
  const atOrBelow = value => (fallen !== null && !isBelow(fallen, value) ? 'PMR' : 'SMD');
  if (category === 'CMR') {
    if (cleared === null) return [];
    return [
      {
        ...cleared,
        category: isBelow(cleared, risen) ? atOrBelow(cleared) : 'PMD',
      },
    ];
  }
  const complete =
    cleared === null
      ? []
      : [
          {
            ...cleared,
            category: 'CMR',
          },
        ];
  if (category === 'PMD')
    return [
      ...complete,
      {
        ...risen,
        category: atOrBelow(risen),
      },
    ];
  const response =
    fallen === null
      ? []
      : [
          {
            ...fallen,
            category: category === 'PMR' ? 'SMD' : 'PMR',
          },
        ];
  return [
    ...complete,
    ...response,
    {
      ...risen,
      category: 'PMD',
    },
  ];
}

// ./platform/criteria/src/percist/findings.ts

const about = (rule, severity, text) => finding(rule, severity, null, text, percist_grid_source);
/** Which lesion is the hottest: what was stated, and that it is a target. */ function hottestFindings(
  reading,
  { ids, known },
  measurable
) {
  const { visit, others, targets } = reading;
  const found = [];
  for (const lesion of visit.lesions.list) {
    const root = lesion.splitFrom ?? lesion.id;
    const called = inputs_own(lesion).hottest === true && lesion.role !== 'new';
    if (called && sulOf(lesion) !== null && known > 0n && !ids.includes(root))
      found.push(
        on(lesion)(
          'hottest.contradiction',
          'block',
          'is called the hottest lesion; another one has a higher SULpeak, which is used.'
        )
      );
    if (
      measurable &&
      lesion.status === 'progressed' &&
      ids.includes(lesion.id) &&
      targets.some(({ id }) => id === lesion.id)
    )
      found.push(
        on(lesion)(
          'hottest.progressed',
          'warning',
          'is the hottest lesion and called progressed: its SULpeak and total lesion glycolysis decide.'
        )
      );
  }
  const alone = ids.length === 1 ? others.find(({ id }) => ids.includes(id)) : undefined;
  if (targets.length > 0 && alone)
    found.push(
      about(
        'hottest.notTarget',
        'warning',
        `${alone.id} is the hottest lesion and no target; its SULpeak is used.`
      )
    );
  return found;
}
/** What the baseline needs for every later scan. */ function percist_findings_baselineFindings(
  reading,
  hottest,
  { own: parameters, scale }
) {
  const { visit, background, states } = reading;
  const { maxTargets, maxTargetsPerOrgan } = parameters;
  const found = [
    ...totalFindings(
      chosenTargets(visit),
      maxTargets,
      'targets',
      'baseline.targets.tooMany',
      percist_grid_source
    ),
    ...selectionFindings(visit, {
      source: percist_grid_source,
      maxPerOrgan: maxTargetsPerOrgan,
      tooSmall: () => null,
    }).map(one =>
      one.rule === 'baseline.target.notEvaluable' && hottest.complete
        ? {
            ...one,
            severity: 'warning',
            text: `${one.lesion ?? ''} is not evaluable at baseline; the reader states that another lesion is the hottest.`,
          }
        : one
    ),
  ];
  const limit = twiceLimit(background);
  const shown = limitOutput(background, scale);
  if (states.length > 0 && limit === null)
    found.push(
      about(
        'baseline.backgroundMissing',
        'warning',
        `Whether the lesions are measurable is not known: mean and SD of the ${background.organ} are needed.`
      )
    );
  for (const { id, known, complete, status } of states) {
    if (limit === null || !complete || status === 'absent' || 2n * known >= limit) continue;
    const isHottest = hottest.ids.includes(id);
    found.push(
      finding(
        'baseline.target.belowLimit',
        isHottest ? 'block' : 'warning',
        id,
        `${id}: SULpeak ${scale.toMm(known)} g/mL is below the measurable limit of ${shown ?? ''} g/mL (${background.organ}).`,
        percist_grid_source
      )
    );
  }
  const inLiver = visit.lesions.list.find(({ location }) => location === 'LIVER');
  if (inLiver && percistOf(visit).liverDiseased == null)
    found.push(
      on(inLiver)(
        'background.liverLesion',
        'note',
        'lies in the liver; whether the liver can give the background is not stated, it is taken to.'
      )
    );
  const uptake = baselineUptakeFailure(visit, parameters, scale);
  if (uptake !== null)
    found.push(
      about('comparability.baselineUptake', 'warning', `No scan can be compared: ${uptake}.`)
    );
  return found;
}
function comparabilityFindings({ failures, unknown, remarks }) {
  const found = remarks.map(text => about('comparability.activity', 'warning', text));
  if (failures.length > 0)
    found.push(
      about(
        'comparability.failed',
        'warning',
        `Not comparable with the baseline: ${failures.map(({ text }) => text).join('; ')}.`
      )
    );
  if (unknown.length > 0)
    found.push(
      about(
        'comparability.unknown',
        'warning',
        `Taken as comparable; not known: ${unknown.join('; ')}.`
      )
    );
  return found;
}
/** A total that is less than what its lesions add up to. */ function glycolysisFindings(
  { total, lesions },
  needed
) {
  const found = [];
  if (total !== null && lesions !== null && lesions > total)
    found.push(
      about(
        'tlg.contradiction',
        'warning',
        'The total lesion glycolysis is less than the sum over the lesions; the total is used.'
      )
    );
  if (needed)
    found.push(
      about(
        'tlg.missing',
        'note',
        'Progression by extent was not looked at: total lesion glycolysis is not known for both scans.'
      )
    );
  return found;
}
/** What a rated scan says beside its category. */ function findings_visitFindings(scan) {
  const { reading, references, target, nonTarget, overall, scale } = scan;
  const { current, baseline, reference } = references;
  const found = hottestFindings(reading, current, scan.measurable);
  if (scan.measurable) {
    const undeclined = target === 'SMD' && current.known >= reference;
    found.push(
      ...comparabilityFindings(scan.comparability),
      ...glycolysisFindings(glycolysisOf(reading, scale), undeclined && !scan.glycolysisKnown)
    );
  } else if (
    overall !== 'PMD' &&
    hasRisen(current.known, baseline, {
      strict: false,
      scale,
    })
  ) {
    const text = `SULpeak rose 30 % and ${/* inlined export .changeSul */ 0.8} g/mL, but nothing was measurable at baseline: the reader judges whether the lesions are worse.`;
    found.push(about('nonMeasurable.risen', 'warning', text));
  }
  if (target === 'NE' && nonTarget === 'PMD') {
    const text = `Other lesions are unequivocally worse while the target is not evaluable: ${overall} (percist.neOthersWorse).`;
    found.push(about('overall.neOthersWorse', 'warning', text));
  }
  if (scan.before === 'CMR' && !['CMR', 'NE', 'PMD'].includes(overall)) {
    const text = `Complete metabolic response before, ${overall} against the baseline now: look whether the disease is back.`;
    found.push(about('overall.afterCmr', 'warning', text));
  }
  return found;
}

// ./platform/criteria/src/percist/parameters.ts

const percist_parameters_limit = (value, description) =>
  Type.Number({
    minimum: 0,
    default: value,
    description,
  });
/** The first value of each choice is the default. Texts: oncology-criteria sections 0.3, 0.4, 12 and 16.1. */ const percist_parameters_ParametersSchema =
  Type.Object(
    {
      ...Type.Pick(CourseSchema, [
        'localTreatment',
        'nadirFromPartial',
        'partialBounds',
        'equivocalBackdate',
        'newLesionNe',
        'visitDateRule',
        'maxTargets',
        'maxTargetsPerOrgan',
      ]).properties,
      'percist.pmdRef': oneOf(
        ['baseline', 'nadir'],
        'What a rise is measured against, SULpeak and total lesion glycolysis alike: the baseline, or the lowest of the earlier comparable scans.'
      ),
      'percist.strict': flag(
        false,
        'Changes of exactly 30 %, 0.80 g/mL or 75 % do not count (">"); false: they do ("≥").'
      ),
      'percist.belowLimit': oneOf(
        ['nonMeasurable', 'rate'],
        'A baseline whose hottest lesion is below the measurable limit: no target, its lesions are followed as the others are, or rated all the same.'
      ),
      'percist.distinctUnknown': oneOf(
        ['noCmr', 'byValue'],
        'Uptake below the background mean of which it is not stated whether it is distinct from the background: no complete response, or the number decides.'
      ),
      'percist.comparability': oneOf(
        ['NE', 'finding'],
        'A scan known not to be comparable with the baseline: target not evaluable, or a finding alone. What is not known is always a finding alone.'
      ),
      'percist.neOthersWorse': oneOf(
        ['NE', 'PMD'],
        'Other lesions unequivocally worse at a visit whose target is not evaluable.'
      ),
      'percist.backgroundDifferencePct': percist_parameters_limit(
        20,
        'Most that the mean SUL of the liver (blood pool where the liver is diseased) may differ from baseline, %.'
      ),
      'percist.backgroundDifferenceSul': percist_parameters_limit(
        0.3,
        'That difference has to be below this as well, g/mL.'
      ),
      'percist.uptakeFromMinutes': percist_parameters_limit(50, 'Shortest uptake time, minutes.'),
      'percist.uptakeToMinutes': percist_parameters_limit(70, 'Longest uptake time, minutes.'),
      'percist.uptakeDifferenceMinutes': percist_parameters_limit(
        15,
        'Most that the uptake time may differ from baseline, minutes.'
      ),
      'percist.activityDifferencePct': percist_parameters_limit(
        20,
        'Injected activity that differs more from baseline is a finding, %.'
      ),
      ...bestResponseParameters,
      minStableDays: days(0, 'Least days of stable disease; PERCIST asks for none.'),
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/percist/reading.ts

/** A target that keeps the complete response away; one that merged is what its host is. */ const remains =
  ({ present, status }) => present && status !== 'merged';
/**
 * Targets of the baseline and those first listed later: PERCIST takes the hottest lesion of each scan, which need not
 * be one that was recorded before. `history` starts with the baseline; without a target there, none is added.
 */ function targetsOf(history, { targets }) {
  const found = [...targets];
  if (targets.length === 0) return found;
  const [baseline, ...later] = history.map(({ lesions }) => lesions.list);
  const known = new Set(baseline?.map(({ id }) => id));
  for (const lesion of later.flat()) {
    if (lesion.role !== 'target' || lesion.splitFrom || known.has(lesion.id)) continue;
    known.add(lesion.id);
    found.push({
      id: lesion.id,
      node: false,
    });
  }
  return found;
}
/** The last visit of `history` (baseline first). `earlier` are the readings before it. */ function readScan(
  visit,
  earlier,
  subject
) {
  const { scale, own: parameters } = subject;
  const history = [...earlier.map(one => one.visit), visit];
  const baseline = history[0] ?? visit;
  const background = backgroundOf(visit, isLiverDiseased(visit, baseline), scale);
  const unknown = parameters['percist.distinctUnknown'];
  const measure = sulMeasure(background.mean, unknown);
  const targets = targetsOf(history, subject);
  const views = history.map(measuredView);
  const states = targets.map(target =>
    targetState(target, views, {
      measure,
      scale,
      localTreatment: parameters.localTreatment,
    })
  );
  const readable = visit.input.evaluable !== false;
  const lesions = readable ? [...visit.lesions.values()] : [];
  const followed = new Set(subject.nonTargets.map(({ id }) => id));
  const numbered = lesions.filter(
    lesion => lesion.evaluable !== false && lesion.status !== 'absent' && sulOf(lesion) !== null
  );
  const others = numbered
    .filter(({ id }) => followed.has(id))
    .map(lesion => {
      const known = scale.of(sulOf(lesion) ?? 0);
      const left = Boolean(lesion.status) || measure.isDisease(lesion, known, false, scale);
      return {
        id: lesion.id,
        known,
        remains: left,
      };
    });
  const there = new Set(states.filter(remains).map(({ id }) => id));
  return {
    visit,
    background,
    measure,
    targets,
    states,
    others,
    statedHottest: numbered.some(
      lesion => inputs_own(lesion).hottest === true && lesion.role !== 'new'
    ),
    indistinct:
      states.every(({ complete }) => complete) &&
      !others.some(other => other.remains) &&
      lesions
        .filter(({ id, splitFrom }) => there.has(id) || (splitFrom && there.has(splitFrom)))
        .every(lesion => isIndistinct(lesion, unknown)),
  };
}

// ./platform/criteria/src/percist/target.ts

const target_signed = (value, unit) =>
  value === null ? 'n/a' : `${value > 0 ? '+' : ''}${value.toFixed(2)} ${unit}`;
/** Response by the hottest lesion, in the order not comparable, progression by what was read, CMR, PMD, PMR, SMD. */ function percist_target_rateTarget(
  context
) {
  const { reading, references, comparability, glycolysis, parameters, scale } = context;
  const { current, baseline, nadir, reference } = references;
  const { measure, states, background } = reading;
  const reached = {
    strict: parameters['percist.strict'],
    scale,
  };
  const which = parameters['percist.pmdRef'];
  const sul = scale.toMm(current.known);
  const fromReference = percentChange(current.known, reference);
  const overReference = scale.toMm(current.known - reference);
  const fromBaseline = percentChange(current.known, baseline);
  const overBaseline = scale.toMm(current.known - baseline);
  const glycolysisPct = glycolysis && percentChange(glycolysis.current, glycolysis.reference);
  const backgroundMean = background.mean === null ? null : scale.toMm(background.mean);
  const numbers = {
    sulPeak: sul,
    baselineSulPeak: scale.toMm(baseline),
    nadirSulPeak: scale.toMm(nadir),
    changeFromBaselinePct: fromBaseline,
    changeFromBaselineSul: overBaseline,
    changeFromReferencePct: fromReference,
    changeFromReferenceSul: overReference,
    backgroundMeanSul: backgroundMean,
    tlgG: glycolysis && scale.toMm(glycolysis.current),
    tlgReferenceG: glycolysis && scale.toMm(glycolysis.reference),
    tlgChangePct: glycolysisPct,
    ...comparability.numbers,
  };
  const extended =
    glycolysis !== null && hasExtended(glycolysis.current, glycolysis.reference, reached);
  const declined = current.known < reference;
  const result = (category, rule, text, decided = {}) => ({
    category,
    trace: [
      {
        rule,
        text,
        numbers,
        source: percist_grid_source,
        ...decided,
      },
    ],
  });
  const bySul = (category, threshold) => {
    const clearedBelow = reading.indistinct ? background.mean : null;
    const { complete } = current;
    const around = {
      baseline,
      reference,
      complete,
      extended,
      clearedBelow,
    };
    const thresholds = sulThresholds(category, around, scale);
    return {
      threshold,
      margin: marginTo(current.known, thresholds, measure.unit, scale.one),
    };
  };
  if (context.noTarget !== null) return result('NA', 'target.none', context.noTarget);
  const { failures } = comparability;
  if (failures.length > 0 && parameters['percist.comparability'] === 'NE') {
    const failed = failures.map(({ text }) => text).join('; ');
    // One number that fails: beyond its limit lies what the scan would have been.
    const [only, another] = failures;
    const number = another === undefined ? (only?.number ?? null) : null;
    const otherwise = percist_target_rateTarget({
      ...context,
      comparability: {
        ...comparability,
        failures: [],
      },
    });
    const margin =
      number && otherwise.category !== 'NE'
        ? marginTo(
            number.value,
            [
              {
                ...number.limit,
                category: otherwise.category,
              },
            ],
            number.unit,
            scale.one
          )
        : null;
    return result('NE', 'target.ne.notComparable', `Not comparable with the baseline: ${failed}.`, {
      threshold: failed,
      margin,
    });
  }
  const sign = reached.strict ? 'more than' : 'at least';
  const change = `${sign} 30 % and ${sign} ${/* inlined export .changeSul */ 0.8} g/mL`;
  const rise = `${target_signed(fromReference, '%')} and ${target_signed(overReference, 'g/mL')} against the ${which} of ${scale.toMm(reference)} g/mL`;
  const fall = `${target_signed(fromBaseline, '%')} and ${target_signed(overBaseline, 'g/mL')} against the baseline of ${scale.toMm(baseline)} g/mL`;
  const risen = hasRisen(current.known, reference, reached);
  const riseThreshold = `SULpeak ${change} over the ${which}`;
  if (!current.complete || references.counted === 0) {
    const bound = {
      ...numbers,
      sulPeak: null,
      lowerBoundSulPeak: sul,
    };
    if (parameters.partialBounds === 'pdOnly' && references.counted > 0 && risen)
      return result(
        'PMD',
        'target.pmd.partial',
        `The lesions that were read already have a SULpeak of ${sul} g/mL: ${rise}, progression whatever the others are.`,
        {
          numbers: bound,
          threshold: riseThreshold,
          margin: marginTo(
            current.known,
            [
              {
                ...risenFrom(reference, scale),
                category: 'NE',
              },
            ],
            measure.unit,
            scale.one
          ),
        }
      );
    const missing = states
      .filter(({ complete }) => !complete)
      .map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`)
      .join(', ');
    const bounded = parameters.partialBounds === 'pdOnly' && states.some(isRead);
    return result('NE', 'target.ne', `Not evaluable: ${missing || 'every target was treated'}.`, {
      numbers: {
        ...bound,
        changeFromBaselinePct: null,
        changeFromBaselineSul: null,
        changeFromReferencePct: null,
        changeFromReferenceSul: null,
      },
      ...(bounded ? bySul('NE', riseThreshold) : {}),
    });
  }
  if (
    states.every(state => state.complete && !remains(state)) &&
    !reading.others.some(other => other.remains)
  ) {
    const cleared = `below the ${background.organ} mean and not distinct from the background`;
    return current.known === 0n
      ? result('CMR', 'target.cmr', 'Every lesion is gone.')
      : result(
          'CMR',
          'target.cmr',
          `Every lesion is gone or ${cleared}: SULpeak ${sul} g/mL, mean ${backgroundMean ?? 'not known'} g/mL.`,
          bySul('CMR', `every lesion ${cleared}`)
        );
  }
  if (risen)
    return result(
      'PMD',
      'target.pmd',
      `SULpeak ${sul} g/mL: ${rise} (${change}).`,
      bySul('PMD', riseThreshold)
    );
  if (glycolysis !== null && extended && !declined) {
    const beyond = hasFallen(current.known, baseline, reached) ? 'PMR' : 'SMD';
    const from = {
      numerator: 7n * glycolysis.reference,
      denominator: 4n,
      category: beyond,
    };
    return result(
      'PMD',
      'target.pmd.extent',
      `Total lesion glycolysis ${target_signed(glycolysisPct, '%')} against the ${which} of ${scale.toMm(glycolysis.reference)} g, and SULpeak has not declined (${rise}).`,
      {
        threshold: `total lesion glycolysis ${sign} 75 % over the ${which} without a decline of SULpeak`,
        margin: marginTo(glycolysis.current, [from], 'g', scale.one),
      }
    );
  }
  if (hasFallen(current.known, baseline, reached))
    return result(
      'PMR',
      'target.pmr',
      `SULpeak ${sul} g/mL: ${fall} (${change}).`,
      bySul('PMR', `SULpeak ${change} below the baseline`)
    );
  const extent = extended
    ? `; total lesion glycolysis ${target_signed(glycolysisPct, '%')}, but SULpeak declined`
    : '';
  const neither =
    rise === fall
      ? `${fall} is neither response nor progression`
      : `${fall} is no response, and ${rise} is no progression`;
  return result(
    'SMD',
    'target.smd',
    `SULpeak ${sul} g/mL: ${neither}${extent}.`,
    bySul('SMD', `SULpeak neither ${change} below the baseline nor ${change} over the ${which}`)
  );
}

// ./platform/criteria/src/percist/vocabulary.ts

/** Section 16.1's ranks in PERCIST's terms; no confirmation is asked for. */ const percistVocabulary =
  {
    ...recistVocabulary,
    id: 'percist',
    rank: ['CMR', 'PMR', 'SMD', 'NON-CMR/NON-PMD', 'NED', 'PMD', 'NE', 'ND', 'MISSING'],
    worstFirst: ['PMD', 'NON-CMR/NON-PMD', 'SMD', 'PMR', 'CMR', 'NED', 'NE', 'ND', 'MISSING'],
    complete: ['CMR'],
    partial: ['PMR'],
    stable: 'SMD',
    nonCrNonPd: 'NON-CMR/NON-PMD',
    progression: 'PMD',
    backAfterComplete: 'PMD',
  };

// ./platform/criteria/src/percist/assessPercist.ts

const newLesionRules = {
  source: percist_grid_source,
  nodeLimits: others_noNodeLimits,
  stateOf: others_newLesionState,
};
function readBaseline(visit, subject) {
  const { own: parameters, scale } = subject;
  const reading = readScan(visit, [], subject);
  const hottest = hottestOf(reading, new Set());
  const missing = reading.states
    .filter(({ complete }) => !complete)
    .map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`);
  const problem =
    visit.input.evaluable === false
      ? `the baseline is not evaluable (${visit.input.reason ?? 'OTHER'})`
      : !hottest.complete
        ? `the baseline has no value for ${missing.join(', ')}`
        : null;
  const limit = twiceLimit(reading.background);
  const below = problem === null && limit !== null && 2n * hottest.known < limit;
  const excluded = below && parameters['percist.belowLimit'] === 'nonMeasurable';
  const sul = scale.toMm(hottest.known);
  const noTarget =
    reading.targets.length === 0
      ? 'No target lesion at baseline.'
      : problem === null && hottest.known === 0n
        ? 'No target has uptake at baseline.'
        : excluded
          ? `Nothing measurable at baseline: SULpeak ${sul} g/mL, limit ${limitOutput(reading.background, scale) ?? ''} g/mL; every lesion is followed by its state.`
          : null;
  return {
    reading,
    problem,
    noTarget,
  };
}
function assessPercist_baselineOutput({ reading, problem }, subject) {
  const { scale } = subject;
  const { visit, states, background } = reading;
  const hottest = hottestOf(reading, new Set());
  const burdens = baselineBurdens(reading, subject);
  const findings = [
    ...percist_findings_baselineFindings(reading, hottest, subject),
    ...entryFindings_entryFindings(reading, [visit], true, subject),
    ...hottestFindings(reading, hottest, true),
    ...glycolysisFindings(glycolysisOf(reading, scale), false),
  ];
  if (problem !== null) {
    const text = `Every visit is NE: ${problem}.`;
    findings.push(finding('baseline.notEvaluable', 'block', null, text, percist_grid_source));
  }
  const sul = burdens.sulPeak?.value ?? null;
  const limit = limitOutput(background, scale);
  const from =
    limit === null
      ? `measurable from what is not known (${background.organ})`
      : `measurable from ${limit} g/mL (${background.organ})`;
  const text =
    states.length === 0
      ? 'No target lesion.'
      : sul === null
        ? `The hottest lesion is not known; ${from}.`
        : sul === 0
          ? `No lesion has uptake; ${from}.`
          : `Hottest lesion ${hottest.ids.join(', ')}: SULpeak ${sul} g/mL, ${from}.`;
  const numbers = {
    sulPeak: sul,
    measurableFromSul: limit,
    backgroundMeanSul: background.mean === null ? null : scale.toMm(background.mean),
    backgroundSdSul: background.sd === null ? null : scale.toMm(background.sd),
  };
  const threshold =
    background.organ === 'liver' ? '1.5 x liver mean + 2 SD' : '2.0 x blood-pool mean + 2 SD';
  return {
    id: visit.id,
    date: visit.date,
    burden: burdens.sulPeak,
    burdens: {
      ...burdens,
    },
    lesions: contributions(states, {
      measure: reading.measure,
      scale,
    }),
    trace: [
      {
        rule: 'baseline.sulPeak',
        text,
        numbers,
        threshold,
        source: percist_grid_source,
      },
    ],
    findings,
  };
}
function assessPercist_evaluate(visit, earlier, baseline, subject) {
  const { scale, own: parameters, nonTargets } = subject;
  const { problem, noTarget } = baseline;
  const base = baseline.reading;
  const past = [base.visit, ...earlier.map(one => one.visit)];
  const history = [...past, visit];
  const reading = readScan(visit, [base, ...earlier.map(one => one.reading)], subject);
  const { states, measure } = reading;
  const readable = visit.input.evaluable !== false;
  const comparability = compareScans(visit, base.visit, parameters, scale);
  const strictly = parameters['percist.comparability'] === 'NE';
  const comparable = comparability.failures.length === 0 || !strictly;
  const scans = [base, ...earlier.filter(one => one.comparable).map(one => one.reading)];
  const references = sulReferences(reading, scans, parameters);
  const glycolysis = glycolysisPair(reading, scans, parameters['percist.pmdRef'], scale);
  const target = percist_target_rateTarget({
    reading,
    references,
    comparability,
    glycolysis,
    noTarget,
    parameters,
    scale,
  });
  const demoted = noTarget === null ? [] : reading.targets;
  const others = rateOthers(reading, past, demoted, references.current.ids, subject);
  const newLesions = rateNewLesions(
    visit,
    earlier.map(one => one.visit),
    base.visit,
    {
      petNewLesion: true,
    },
    scale,
    newLesionRules
  );
  const newLesionsNow = readable ? newLesions.state : 'NE';
  const nonTarget = metabolicOf[others.category];
  const rated = percist_grid_overallOf(
    {
      target: target.category,
      nonTarget,
      newLesions: newLesionsNow,
    },
    parameters
  );
  const reason =
    problem ??
    (readable ? null : `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`);
  const overall = reason === null ? rated.value : 'NE';
  const category = reason !== null && target.category !== 'NA' ? 'NE' : target.category;
  const date = responseDate(
    visit,
    {
      states,
      target: {
        category: target.category === 'PMD' ? 'PD' : 'SD',
        trace: target.trace,
      },
      nonTarget: others,
      newLesions,
      reappeared: [],
      progression: overall === 'PMD',
    },
    parameters.visitDateRule
  );
  const judged = {
    nonTargets: [...demoted, ...nonTargets],
    rules: {
      baselineSource: percist_grid_source,
    },
  };
  const before = earlier.map(one => one.overall).findLast(value => value !== 'NE') ?? null;
  const findings = [
    ...entryFindings_entryFindings(reading, history, noTarget === null, subject),
    ...judgementFindings(visit, others, judged),
    ...(reason === null
      ? findings_visitFindings({
          reading,
          references,
          comparability,
          measurable: noTarget === null,
          glycolysisKnown: glycolysis !== null,
          target: target.category,
          nonTarget,
          overall,
          before,
          scale,
        })
      : []),
  ];
  const compared = problem === null && comparable ? scans : [];
  const burdens = burdensOf(reading, compared, history, subject);
  return {
    visit,
    reading,
    overall,
    comparable: comparable && readable,
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date,
      burden: burdens.sulPeak,
      burdens: {
        ...burdens,
      },
      lesions: contributions(states, {
        measure,
        scale,
      }),
      target: category === 'NA' ? null : category,
      nonTarget: nonTarget === 'NA' ? null : nonTarget,
      newLesions: newLesionsNow === 'NE' ? null : newLesionsNow === 'YES',
      overall,
      revised: null,
      trace:
        reason === null
          ? [...target.trace, ...others.trace, ...newLesions.trace, ...rated.trace]
          : [
              ...others.trace,
              ...newLesions.trace,
              ...unratedTraces(reason, target.category !== 'NA', percist_grid_source),
            ],
      findings: citing(findings, percist_grid_source),
    },
  };
}
/** PERCIST 1.0 for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */ function assessPercist(
  input
) {
  const parameters = parametersOf(
    'percist-1.0',
    percist_parameters_ParametersSchema,
    input.parameters
  );
  checkDates(input, parameters);
  const constants = Object.values(parameters).filter(value => typeof value === 'number');
  const course = readSubject(input, sulMeasure(null, 'noCmr'), [
    ...constants,
    /* inlined export .changeSul */ 0.8,
    ...input.timepoints.flatMap(timepointNumbers),
  ]);
  const plain = ({ id }) => ({
    id,
    node: false,
  });
  const subject = {
    ...course,
    targets: course.targets.map(plain),
    nonTargets: course.nonTargets.map(plain),
    own: parameters,
  };
  const timepoints = [];
  if (subject.baseline) {
    const baseline = readBaseline(subject.baseline, subject);
    timepoints.push(assessPercist_baselineOutput(baseline, subject));
    const evaluated = [];
    for (const visit of subject.visits)
      evaluated.push(assessPercist_evaluate(visit, evaluated, baseline, subject));
    const revisions = parameters.equivocalBackdate
      ? equivocalRevisions(evaluated, 'PMD')
      : new Map();
    for (const { output } of evaluated)
      timepoints.push(revisedBy(output, revisions.get(output.id)));
  }
  return {
    criterion: 'percist-1.0',
    parameters: {
      ...parameters,
    },
    timepoints,
    bestOverallResponse: bestResponseOf(
      timepoints.slice(1),
      input,
      parameters,
      subject.baseline,
      percistVocabulary
    ),
  };
}

// ./platform/criteria/src/percist/percist.ts

const percist = {
  id: 'percist-1.0',
  name: 'PERCIST 1.0',
  source:
    'Wahl RL, Jacene H, Kasamon Y, Lodge MA. J Nucl Med 2009;50(Suppl 1):122S-150S; O JH, Lodge MA, Wahl RL. Radiology 2016;280:576-584',
  parameters: Type.Partial(percist_parameters_ParametersSchema),
  inputs: {
    lesion: PercistLesionSchema,
    timepoint: PercistTimepointSchema,
  },
  components: combineByGrid_ComponentsSchema,
  tables: percistTables,
  readerResponses: ['CMR', 'PMR', 'SMD', 'NON-CMR/NON-PMD', 'NED', 'PMD', 'NE'],
  assess: assessPercist,
  combine: combinePercist,
};

// ./platform/criteria/src/course/newTargets.ts

/** What a criterion that measures new lesions takes of a lesion beside RECIST 1.1's. */ const NewLesionInputs =
  Type.Object({
    newLesionKind: Type.Optional(
      Type.Union([Type.Literal('target'), Type.Literal('non-target'), Type.Null()], {
        description:
          'New lesions only: followed by measurement (target) or by judgement. Without it the size limits and numbers of targets decide when the lesion is first seen.',
      })
    ),
  });
/** One whose location is not given is in an organ of its own. */ const newTargets_organ = lesion =>
  organOf(lesion) ?? lesion.id;
const newTargets_size = lesion => countedAxis(lesion, isNode(lesion)) ?? 0;
function isMeasurable(lesion, { scale, rules }) {
  const from = isNode(lesion) ? rules.nodeLimits(lesion).targetFromMm : 10;
  return scale.of(newTargets_size(lesion)) >= scale.of(from);
}
/** New lesions first seen now that are followed by measurement: as stated, else the largest within the limits. */ function takeNewTargets(
  lesions,
  before,
  earlier,
  subject,
  { maxNewTargets, maxNewTargetsPerOrgan }
) {
  const kind = lesion => lesion.newLesionKind ?? null;
  const organs = earlier
    .filter(({ id }) => before.some(one => one.id === id))
    .map(newTargets_organ);
  const taken = [];
  const candidates = [...lesions].sort(
    (a, b) =>
      Number(kind(b) === 'target') - Number(kind(a) === 'target') ||
      newTargets_size(b) - newTargets_size(a) ||
      (a.id < b.id ? -1 : 1)
  );
  for (const lesion of candidates) {
    const where = newTargets_organ(lesion);
    const stated = kind(lesion);
    const inOrgan = [...organs, ...taken.map(one => one.organ)].filter(one => one === where);
    const fits =
      before.length + taken.length < maxNewTargets && inOrgan.length < maxNewTargetsPerOrgan;
    if (stated === 'non-target' || (stated === null && !(fits && isMeasurable(lesion, subject))))
      continue;
    taken.push({
      id: lesion.id,
      node: isNode(lesion),
      organ: where,
    });
  }
  return taken.map(({ id, node }) => ({
    id,
    node,
  }));
}

// ./platform/criteria/src/imrecist/equivocal.ts

function unequivocal(visit, id) {
  const lesion = visit.lesions.get(id);
  if (!lesion) return visit;
  const lesions = lesionsOf([
    ...visit.lesions.list,
    {
      ...lesion,
      status: 'unequivocal',
    },
  ]);
  return {
    ...visit,
    lesions,
  };
}
/**
 * Equivocal new lesions that a later visit calls unequivocal: the first equivocal visit is rated again as if it had
 * been unequivocal there, and revised where that changes the response. Keys are ids of visits revised.
 * @param rerate the overall responses of these visits, in their order
 */ function equivocalReratings(rated, rerate) {
  const revisions = new Map();
  const open = new Map();
  const visits = rated.map(({ visit }) => visit);
  rated.forEach((current, index) => {
    for (const [lesion, state] of current.perLesion) {
      if (state === 'EQUIVOCAL' && !open.has(lesion))
        open.set(lesion, {
          first: current,
          before: visits.slice(0, index),
        });
      const seen = state === 'YES' ? open.get(lesion) : undefined;
      if (state === 'NO' || state === 'YES') open.delete(lesion);
      if (!seen || revisions.has(seen.first.visit.id)) continue;
      const { first, before } = seen;
      const value = rerate([...before, unequivocal(first.visit, lesion)]).at(-1);
      if (value === undefined || value === first.overall) continue;
      revisions.set(first.visit.id, {
        value,
        byTimepoint: current.visit.id,
        rule: 'newLesion.equivocalConfirmed',
      });
    }
  });
  return revisions;
}

// ./platform/criteria/src/imrecist/parameters.ts

/** Texts: oncology-criteria sections 0.2 to 0.4, 4 and 16.1. */ const imrecist_parameters_ParametersSchema =
  Type.Object(
    {
      ...courseParameters,
      ...newTargetParameters,
      pdConfirmationDays: days(
        28,
        'Least days after which the next evaluable visit confirms or voids a progression.'
      ),
      ...bestResponseParameters,
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/imrecist/progression.ts

/**
 * What later visits make of each progression, by visit id: the next evaluable visit far enough away is progression
 * against the same nadir, or voids it. Nothing for a progression without such a visit, nor after a confirmed one.
 */ function verdicts(visits, rules) {
  const { pdConfirmationDays, scale, target, newTherapyDate } = rules;
  const found = new Map();
  for (const [index, visit] of visits.entries()) {
    if (visit.overall !== 'PD' || visit.date === null) continue;
    const day = dayNumber(visit.date, '/timepoints');
    const next = visits
      .slice(index + 1)
      .find(
        ({ overall, date }) =>
          overall !== 'NE' &&
          date !== null &&
          (newTherapyDate === null || date < newTherapyDate) &&
          dayNumber(date, '/timepoints') - day >= pdConfirmationDays
      );
    if (!next) continue;
    const confirmed = meetsPd(next.burden, visit.nadir, scale, target);
    found.set(visit.id, {
      confirmed,
      byTimepoint: next.id,
      burden: next.burden,
    });
    if (confirmed) break;
  }
  return found;
}

// ./platform/criteria/src/imrecist/overall.ts

const overall_tableSource = 'Hodi 2018 (imRECIST) Table 1';
const overall_NN = 'NON-CR/NON-PD';
const overall_targets = ['CR', 'PR', 'SD', 'PD', 'NE'];
const overall_nonTargets = ['CR', overall_NN, 'PD', 'NE'];
/** Rows are the response of the total burden, columns the non-targets; these never make progression. */ const overall_grid =
  {
    CR: {
      CR: 'CR',
      [overall_NN]: 'PR',
      PD: 'PR',
      NE: 'PR',
      NA: 'CR',
    },
    PR: {
      CR: 'PR',
      [overall_NN]: 'PR',
      PD: 'PR',
      NE: 'PR',
      NA: 'PR',
    },
    SD: {
      CR: 'SD',
      [overall_NN]: 'SD',
      PD: 'SD',
      NE: 'SD',
      NA: 'SD',
    },
    PD: {
      CR: 'PD',
      [overall_NN]: 'PD',
      PD: 'PD',
      NE: 'PD',
      NA: 'PD',
    },
    NE: {
      CR: 'NE',
      [overall_NN]: 'NE',
      PD: 'NE',
      NE: 'NE',
      NA: 'NE',
    },
    NA: {
      CR: 'CR',
      [overall_NN]: overall_NN,
      PD: overall_NN,
      NE: 'NE',
      NA: 'NED',
    },
  };
/** A new lesion of any kind forbids a complete response, and with it "no evidence of disease". */ function overall_overallOf(
  target,
  nonTarget,
  newLesions
) {
  const value = overall_grid[target][nonTarget];
  if (!newLesions) return value;
  if (value === 'NED') return overall_NN;
  return value === 'CR' ? (target === 'NA' ? overall_NN : 'PR') : value;
}
const imrecist_overall_Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const imrecist_overall_ComponentsSchema = Type.Object({
  /** Response of the total measured tumour burden: baseline targets and measurable new lesions. */ target:
    imrecist_overall_Code,
  nonTarget: imrecist_overall_Code,
  /** Any new lesion, measurable or not. */ newLesions: Type.Optional(
    Type.Union([Type.Boolean(), Type.String(), Type.Null()])
  ),
});
/** The combination table alone. Throws CL_RESPONSE_UNKNOWN on a code the table does not have. */ function combineImrecist(
  components
) {
  const { target, nonTarget, newLesions } = components;
  const states = ['NO', 'YES', 'EQUIVOCAL', 'NE'];
  const any =
    typeof newLesions === 'string'
      ? ['YES', 'NE'].includes(
          combineByGrid_pick(newLesions, states, '/components/newLesions', 'imrecist')
        )
      : newLesions === true;
  return overall_overallOf(
    combineByGrid_pick(target, overall_targets, '/components/target', 'imrecist'),
    combineByGrid_pick(
      nonTarget === 'NN' ? overall_NN : nonTarget,
      overall_nonTargets,
      '/components/nonTarget',
      'imrecist'
    ),
    any
  );
}
const imrecistTables = [false, true].map(newLesions => ({
  title: newLesions ? 'With a new lesion' : 'Without new lesions',
  source: overall_tableSource,
  axes: [
    {
      component: 'target',
      label: 'Total burden',
      values: [...overall_targets, null],
    },
    {
      component: 'nonTarget',
      label: 'Non-target',
      values: [...overall_nonTargets, null],
    },
  ],
  fixed: {
    newLesions,
  },
}));

// ./platform/criteria/src/imrecist/rateVisit.ts

const burdenSource = 'Hodi 2018 (imRECIST), total measured tumour burden';
/** Unequivocal new lesions that enter the total burden from this visit on: none of a visit that was not evaluable. */ function newTargetsAt(
  visit,
  history,
  before,
  { newLesions },
  subject
) {
  const candidates = [...newLesions.perLesion]
    .filter(([id, state]) => state === 'YES' && !before.some(one => one.id === id))
    .flatMap(([id]) => visit.lesions.get(id) ?? []);
  const seen = before.flatMap(
    ({ id }) => history.flatMap(one => one.lesions.get(id) ?? [])[0] ?? []
  );
  return takeNewTargets(candidates, before, seen, subject, subject.parameters);
}
const belowIsNa = reason =>
  marginAs(reason, margin => ({
    ...margin,
    category: 'NA',
  }));
/** Without targets at baseline the burden is that of new lesions alone: progression or nothing to rate. */ function targetOf(
  states,
  refs,
  { targets, scale, parameters, rules }
) {
  const rated = rateTarget({
    states,
    references: refs,
    afterCr: false,
    carriesPr: false,
    parameters: {
      ...parameters,
      reappearAfterCr: 'sumRule',
    },
    scale,
    rules: rules.target,
  });
  if (targets.length > 0 || states.length === 0 || rated.category === 'NE') return rated;
  if (rated.category === 'PD')
    return {
      ...rated,
      trace: rated.trace.map(belowIsNa),
    };
  const text =
    'No target lesion at baseline, and new measurable lesions do not reach 5 mm: the burden is not rated.';
  const trace = [
    {
      rule: 'target.none',
      text,
      numbers: {},
      source: burdenSource,
    },
  ];
  return {
    category: 'NA',
    trace,
  };
}
function withoutProgression(states, { current, baseline }, { targets }) {
  if (targets.length === 0) return 'NA';
  if (states.some(({ complete }) => !complete)) return 'NE';
  return decreasedBy(current.known, baseline, 30n) ? 'PR' : 'SD';
}
/** One visit; `earlier` in date order, without the baseline. */ function rateVisit(
  visit,
  earlier,
  baseline,
  subject
) {
  const { parameters, rules } = subject;
  const history = [baseline.visit, ...earlier.map(one => one.visit), visit];
  const components = visitComponents(visit, earlier, baseline, subject);
  const { nonTarget, newLesions, newLesionState } = components;
  const before = earlier.at(-1);
  const known = before?.newTargets ?? [];
  const newTargets = [...known, ...newTargetsAt(visit, history, known, components, subject)];
  const newStates = newTargets.map(target => {
    const state = targetState(target, history, stateRules(subject));
    // Smaller than a target, it would not have been taken: its own size alone does not make it normal.
    return known.includes(target)
      ? state
      : {
          ...state,
          normalBelow: null,
        };
  });
  const states = [...components.states, ...newStates];
  const refs = references(
    states,
    [baseline.states, ...earlier.map(one => one.states)],
    parameters.nadirFromPartial
  );
  const target = targetOf(states, refs, subject);
  const unrated = baseline.problem !== null || visit.input.evaluable === false;
  const anyNew =
    newLesionState === 'YES' || (newLesionState === 'NE' && parameters.newLesionNe === 'noCr');
  const overall = unrated ? 'NE' : overall_overallOf(target.category, nonTarget.category, anyNew);
  const reason =
    baseline.problem ?? `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`;
  const parts = () =>
    `burden ${target.category}, non-target ${nonTarget.category}, new lesions ${newLesionState}`;
  const text = () => `${parts()}: ${overall}.`;
  const last = unrated
    ? unratedTraces(reason, target.category !== 'NA', rules.baselineSource, rules.missingSource)
    : [
        {
          rule: 'overall.grid',
          text,
          numbers: {},
          source: overall_tableSource,
        },
      ];
  // Neither non-targets nor new lesions alone are progression here, so they do not date it.
  const date = responseDate(
    visit,
    {
      states,
      target,
      nonTarget: {
        ...nonTarget,
        category: 'NA',
      },
      newLesions: {
        ...newLesions,
        perLesion: new Map(),
      },
      reappeared: [],
      progression: overall === 'PD',
    },
    parameters.visitDateRule
  );
  const category = unrated && target.category !== 'NA' ? 'NE' : target.category;
  return {
    visit,
    states,
    newTargets,
    references: refs,
    overall,
    withoutPd: overall_overallOf(
      withoutProgression(states, refs, subject),
      nonTarget.category,
      anyNew
    ),
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date,
      burden: visitBurden(
        {
          references: refs,
        },
        baseline,
        subject
      ),
      lesions: contributions(states, subject),
      target: category === 'NA' ? null : category,
      nonTarget: nonTarget.category === 'NA' ? null : nonTarget.category,
      newLesions: newLesionState === 'NE' ? null : newLesionState === 'YES',
      overall,
      revised: null,
      trace: [
        ...(unrated ? [] : target.trace),
        ...nonTarget.trace,
        ...newLesions.trace,
        ...(newTargets.length === 0 ? [] : [newBurdenTrace(newStates, subject)]),
        ...last,
      ],
      findings: [...components.findings],
    },
  };
}
function newBurdenTrace(states, { scale }) {
  const sum = scale.toMm(states.reduce((total, one) => total + one.known, 0n));
  const names = states.map(({ id }) => id).join(', ');
  const whole = states.every(({ complete }) => complete);
  return {
    rule: 'newLesion.burden',
    text: `New measurable ${states.length === 1 ? `lesion ${names} adds` : `lesions ${names} add`} ${whole ? '' : 'at least '}${sum} mm to the total burden.`,
    numbers: {
      newLesionSumMm: whole ? sum : null,
      newLesionSumReadMm: sum,
    },
    source: burdenSource,
  };
}

// ./platform/criteria/src/imrecist/assessImrecist.ts

const assessImrecist_rules = {
  ...recistRules,
  hosts: 'targetsAndNew',
  target: {
    ...recistRules.target,
    crMeans:
      'Every non-nodal lesion of the total burden is absent and every nodal one below 10 mm short axis',
    source: 'Hodi 2018 (imRECIST) Table 1',
  },
};
function evaluateAll(subject) {
  if (!subject.baseline) return [];
  const baseline = rateBaseline(subject.baseline, subject);
  const evaluated = [];
  for (const visit of subject.visits)
    evaluated.push(rateVisit(visit, evaluated, baseline, subject));
  return evaluated;
}
/** Ratings with what later visits made of them, and how many of them enter the best response. */ function assessImrecist_revise(
  evaluated,
  subject,
  input
) {
  const { scale, parameters } = subject;
  const courses = evaluated.map(({ visit, output, overall, references }) => ({
    id: visit.id,
    date: output.date ?? null,
    overall,
    burden: references.current.known,
    nadir: references.nadir,
  }));
  const judged = verdicts(courses, {
    pdConfirmationDays: parameters.pdConfirmationDays,
    scale,
    target: assessImrecist_rules.target,
    newTherapyDate: input.newTherapyDate ?? null,
  });
  const rerated = parameters.equivocalBackdate
    ? equivocalReratings(evaluated, visits =>
        evaluateAll({
          ...subject,
          visits,
        }).map(({ overall }) => overall)
      )
    : new Map();
  const timepoints = evaluated.map(({ visit, output, withoutPd }) => {
    const verdict = judged.get(visit.id);
    if (!verdict)
      return {
        ...output,
        revised: rerated.get(visit.id) ?? null,
      };
    const revised = {
      value: verdict.confirmed ? 'PD' : withoutPd,
      byTimepoint: verdict.byTimepoint,
      rule: verdict.confirmed ? 'progression.confirmed' : 'progression.void',
    };
    return {
      ...output,
      revised,
    };
  });
  const confirmedAt = evaluated.findIndex(({ visit }) => judged.get(visit.id)?.confirmed === true);
  return {
    timepoints,
    confirmedAt,
  };
}
/** imRECIST for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */ function assessImrecist(
  input
) {
  const parameters = parametersOf(
    'imrecist',
    imrecist_parameters_ParametersSchema,
    input.parameters
  );
  checkDates(input, parameters);
  const measure = diameters(parameters.tstmDefaultMm);
  const course = readSubject(input, measure, [
    parameters.tstmDefaultMm,
    assessImrecist_rules.target.pdAbsMm,
  ]);
  const subject = {
    ...course,
    measure,
    parameters,
    rules: assessImrecist_rules,
  };
  const evaluated = evaluateAll(subject);
  const { timepoints, confirmedAt } = assessImrecist_revise(evaluated, subject, input);
  // The best response runs to the confirmed progression, past any that is void or still waits.
  const entering =
    parameters.truncateAtPd && parameters.pdCutoff === null && confirmedAt >= 0
      ? timepoints.slice(0, confirmedAt + 1)
      : timepoints;
  return {
    criterion: 'imrecist',
    parameters: {
      ...parameters,
    },
    timepoints: subject.baseline
      ? [baselineOutput(rateBaseline(subject.baseline, subject), subject), ...timepoints]
      : [],
    bestOverallResponse: bestResponseOf(
      entering,
      input,
      {
        ...parameters,
        truncateAtPd: false,
      },
      subject.baseline
    ),
  };
}

// ./platform/criteria/src/imrecist/imrecist.ts

const imrecist = {
  id: 'imrecist',
  name: 'imRECIST',
  source: 'Hodi FS, Ballinger M, Lyons B et al. J Clin Oncol 2018;36:850-858',
  parameters: Type.Partial(imrecist_parameters_ParametersSchema),
  inputs: {
    lesion: NewLesionInputs,
  },
  components: imrecist_overall_ComponentsSchema,
  tables: imrecistTables,
  readerResponses: ['CR', 'PR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE'],
  assess: assessImrecist,
  combine: combineImrecist,
};

// ./platform/criteria/src/irecist/codes.ts
const codes_NN = 'NON-ICR/NON-IUPD';
const overallCodes = {
  CR: 'ICR',
  PR: 'IPR',
  SD: 'ISD',
  'NON-CR/NON-PD': codes_NN,
  NED: 'NED',
  PD: 'IUPD',
  NE: 'NE',
};
const plainCodes = {
  ICR: 'CR',
  IPR: 'PR',
  ISD: 'SD',
  [codes_NN]: 'NON-CR/NON-PD',
  NED: 'NED',
  IUPD: 'PD',
  ICPD: 'PD',
  NE: 'NE',
};
const targetCodes = {
  CR: 'ICR',
  PR: 'IPR',
  SD: 'ISD',
  PD: 'IUPD',
  NE: 'NE',
  NA: null,
};
const nonTargetCodes = {
  CR: 'ICR',
  'NON-CR/NON-PD': codes_NN,
  PD: 'IUPD',
  NE: 'NE',
  NA: null,
};
const immune = overall => overallCodes[overall];
/** RECIST 1.1's word for it; both kinds of progression are PD. */ const plain = overall =>
  plainCodes[overall];
const immuneTarget = category => targetCodes[category];
const immuneNonTarget = category => nonTargetCodes[category];
/** A margin of a target response in iRECIST's codes. */ const immuneMargin = margin => ({
  ...margin,
  category: targetCodes[margin.category],
});

// ./platform/criteria/src/irecist/newLesionCourse.ts

const noNewLesions = {
  targets: [],
  targetStates: [],
  counted: new Set(),
  nadir: null,
};
/** Sum of the new target lesions named; one not known at this visit makes it incomplete. */ const newLesionSum =
  ({ targetStates }, ids) => sumOf(targetStates, new Set(ids));
/** `history` is baseline to this visit; `before` is the course up to the visit before it. */ function followNewLesions(
  visit,
  history,
  { perLesion },
  before,
  subject,
  limits
) {
  const where = wanted => [...perLesion].filter(([, state]) => state === wanted).map(([id]) => id);
  const present = where('YES');
  const another = present.filter(id => !before.counted.has(id));
  const { recordedNew } = visit.lesions;
  const firstSeen = recordedNew.filter(({ id }) => another.includes(id));
  const seenBefore = before.targets.flatMap(({ id }) =>
    history.flatMap(one => one.lesions.get(id) ?? []).slice(0, 1)
  );
  const added = takeNewTargets(firstSeen, before.targets, seenBefore, subject, limits);
  const targets = [...before.targets, ...added];
  const targetStates = targets.map(target => targetState(target, history, stateRules(subject)));
  const counted = new Set([...before.counted, ...present]);
  const ids = targets.map(({ id }) => id);
  const sum = newLesionSum(
    {
      targetStates,
    },
    ids
  );
  const lower = nadir =>
    sum.complete && ids.length > 0 && (nadir === null || sum.known < nadir) ? sum.known : nadir;
  const isNonTarget = id => !ids.includes(id);
  const nonTargets = recordedNew.filter(({ id }) => isNonTarget(id));
  const progressed = nonTargets
    .filter(({ id, status }) => status === 'progressed' && counted.has(id))
    .map(({ id }) => id);
  const sizes = nonTargets.flatMap(lesion => {
    const axis = present.includes(lesion.id) ? countedAxis(lesion, isNode(lesion)) : null;
    return axis === null ? [] : [[lesion.id, subject.scale.of(axis)]];
  });
  const known = newLesionSum(
    {
      targetStates,
    },
    before.targets.map(({ id }) => id)
  );
  const grew =
    before.nadir !== null &&
    meetsPd(known.known, before.nadir, subject.scale, subject.rules.target);
  const event =
    another.length > 0
      ? `new lesion ${another.join(', ')}`
      : grew
        ? `new target lesions sum to ${subject.scale.toMm(known.known)} mm, at least 20 % and 5 mm over their nadir of ${subject.scale.toMm(before.nadir ?? 0n)} mm`
        : progressed.length > 0
          ? `unequivocal progression of new lesion ${progressed.join(', ')}`
          : null;
  return {
    course: {
      targets,
      targetStates,
      counted,
      nadir: lower(added.length > 0 ? null : before.nadir),
    },
    present,
    gone: where('NO'),
    missing: where('NE'),
    nonTargetSizes: new Map(sizes),
    progressed,
    event,
  };
}

// ./platform/criteria/src/irecist/explain.ts

const table = 'Seymour 2017 (iRECIST) Table 2';
/** The combination table without new lesions: those of an earlier run act as none, but forbid iCR while they last. */ function gridResponse(
  target,
  nonTarget,
  { present },
  newLesions,
  { newLesionNe, nlForbidsIcr }
) {
  const state = newLesions === 'YES' ? 'NO' : newLesions;
  const parts = {
    target,
    nonTarget,
    newLesions: state,
    reappeared: [],
  };
  const { value, trace } = rateOverall(parts, newLesionNe, table);
  if (value === 'CR' && nlForbidsIcr && present.length > 0) {
    const less = target === 'NA' ? 'NON-CR/NON-PD' : 'PR';
    const text = `New lesions are still there (${present.join(', ')}), which forbids iCR: ${immune(less)}.`;
    return {
      value: immune(less),
      trace: [
        {
          rule: 'overall.newLesionStays',
          text,
          numbers: {},
          source: table,
        },
      ],
    };
  }
  const code = immune(value);
  const inCode = text => (code === value ? text : `${text.slice(0, -1)} (${code}).`);
  return {
    value: code,
    trace: trace.map(one => ({
      ...one,
      text: () => inCode(made(one.text)),
    })),
  };
}
/** What the run of unconfirmed progression made of a visit, and the sum of the new target lesions. */ function stepTrace(
  { rule, text, overall, run, inWindow, daysInRun, growth },
  { course },
  before,
  scale,
  source
) {
  const found = [];
  if (course.targets.length > 0) {
    const sum = newLesionSum(
      course,
      course.targets.map(({ id }) => id)
    );
    const nadir = before.nadir === null ? null : scale.toMm(before.nadir);
    const value = sum.complete ? scale.toMm(sum.known) : null;
    const targets = `${course.targets.length} new target ${course.targets.length === 1 ? 'lesion' : 'lesions'}`;
    const known = value === null ? 'not known' : `${value} mm`;
    found.push({
      rule: 'newLesion.sum',
      text: `Sum of ${targets}: ${known}, kept apart from the baseline targets.`,
      numbers: {
        newLesionSumMm: value,
        newLesionNadirMm: nadir,
      },
      source,
    });
  }
  if (rule === 'overall.grid') return found;
  const over = growth === null ? null : scale.toMm(growth);
  found.push({
    rule,
    text,
    numbers: {
      daysSinceFirstIupd: daysInRun,
      growthInRunMm: over,
      runOpen: run === null ? 0 : 1,
    },
    ...(growth === null || !inWindow
      ? {}
      : {
          threshold: 'growth within the run of at least 5 mm',
          margin: {
            value: scale.toMm(growth - scale.of(5)),
            unit: 'mm',
            category: overall === 'ICPD' ? 'IUPD' : 'ICPD',
          },
        }),
    source,
  });
  return found;
}

// ./platform/criteria/src/irecist/findings.ts

const findings_source = 'Seymour 2017 (iRECIST) Table 2';
const lateAfterDays = 56;
/** What iRECIST could not decide at a visit, and confirmations outside its window. */ function irecistFindings(
  visit,
  run,
  step
) {
  if (run === null) return [];
  const found = [];
  const say = (rule, severity, text) => {
    found.push(finding(rule, severity, null, text, findings_source));
  };
  const unsettled = step.confirmation === null;
  const maybeGrown = visit.nonTarget === 'PD' || visit.nonTarget === 'NON-CR/NON-PD';
  if (unsettled && run.parts.has('nonTarget') && maybeGrown && visit.ntFurther === null) {
    say(
      'run.ntFurtherMissing',
      'block',
      'Whether the non-target disease grew further (ntFurther) is not answered; it cannot confirm progression.'
    );
  }
  const unmeasured = visit.newLesions.present.filter(
    id => !run.joinedTargets.includes(id) && !visit.newLesions.nonTargetSizes.has(id)
  );
  if (
    unsettled &&
    step.run !== null &&
    run.parts.has('newLesion') &&
    visit.nlntFurther === null &&
    unmeasured.length > 0
  ) {
    say(
      'run.nlntFurtherMissing',
      'warning',
      `Whether new non-target lesions (${unmeasured.join(', ')}) grew further (nlntFurther) is not answered; only a state of progressed counts.`
    );
  }
  if (step.window === 'unknown') {
    say(
      'run.windowUnknown',
      'block',
      'Without dates the window of confirmation cannot be checked; progression stays unconfirmed.'
    );
  }
  if (step.overall === 'ICPD' && step.daysInRun !== null && step.daysInRun > lateAfterDays) {
    say(
      'run.confirmedLate',
      'note',
      `Confirmed ${step.daysInRun} days after the first iUPD, later than 28 to 56 days.`
    );
  }
  return found;
}

// ./platform/criteria/src/irecist/parameters.ts

/** Texts: oncology-criteria sections 0.2 to 0.4, 1, 2 and 16.1. */ const irecist_parameters_ParametersSchema =
  Type.Object(
    {
      ...courseParameters,
      ...recistParameters,
      confirmRef: oneOf(
        ['runMin', 'firstIupd'],
        'What growth of the sum that confirms is counted from: its smallest value in the run, or its first.'
      ),
      leaveRule: oneOf(
        ['improved', 'anyNonProgression'],
        'What ends a run kept open by new lesions alone: improvement, or any visit that is not progression.'
      ),
      windowMinDays: days(
        28,
        'Least days from the first iUPD of a run to the scan that confirms it.'
      ),
      windowToleranceDays: days(2, 'Days that a confirming scan may be early.'),
      windowMaxDays: Type.Union(
        [
          Type.Integer({
            minimum: 0,
          }),
          Type.Null(),
        ],
        {
          default: null,
          description:
            'Last day of a run on which a scan can confirm; null: later scans confirm too, with a flag after 56 days.',
        }
      ),
      unresolvedIupd: oneOf(
        ['event', 'censor'],
        'Endpoints: whether a run that was never resolved is an event at its first iUPD.'
      ),
      nlForbidsIcr: flag(true, 'Whether new lesions still there after a reset allow at most iPR.'),
      ...newTargetParameters,
      ...bestResponseParameters,
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/irecist/run.ts

/** Best first; NE and NA are none of them. */ const better = ['CR', 'PR', 'SD', 'PD'];
/** Growth of the target sum within the run that confirmation is counted from, scaled; null without a reference. */ function targetGrowth(
  run,
  { sum },
  rules
) {
  const from = rules.confirmRef === 'runMin' ? run.leastSum : run.firstSum;
  return from === null ? null : sum.known - from;
}
/** Growth of the run's new target lesions over their smallest sum in it, scaled; null without one. */ function newTargetGrowth(
  run,
  { newLesions }
) {
  const sum = newLesionSum(newLesions.course, run.joinedTargets);
  return run.leastNewSum === null ? null : sum.known - run.leastNewSum;
}
/** New lesions of a visit that its run does not know: those of an earlier visit too early to confirm among them. */ function furtherLesions(
  { joined },
  { newLesions }
) {
  return newLesions.present.filter(id => !joined.has(id));
}
function newLesionConfirmation(run, visit, rules) {
  const part = 'newLesion';
  const rule = 'run.confirmed.newLesion';
  const further = furtherLesions(run, visit);
  if (further.length > 0) {
    return {
      rule,
      part,
      text: `Further new lesion: ${further.join(', ')}.`,
      growth: null,
    };
  }
  const growth = newTargetGrowth(run, visit);
  if (growth !== null && growth >= rules.growth) {
    return {
      rule,
      part,
      text: 'The new target lesions grew at least 5 mm in the run.',
      growth,
    };
  }
  const nonTarget = newNonTargetGrowth(run, visit);
  return nonTarget
    ? {
        rule,
        part,
        text: 'A new non-target lesion grew within the run.',
        growth: null,
      }
    : null;
}
/** Whether a new non-target lesion grew at all: as the reader answers, else by state and diameters. */ function newNonTargetGrowth(
  run,
  { newLesions, nlntFurther }
) {
  if (nlntFurther !== null) return nlntFurther;
  if (newLesions.progressed.some(id => run.joined.has(id))) return true;
  return [...newLesions.nonTargetSizes].some(([id, size]) => {
    const least = run.leastNonTarget.get(id);
    return least !== undefined && size > least;
  });
}
/** Steps a to d in their order; null when none is true. Step a is not tested when the targets are NE, b not with NT. */ function confirmation(
  run,
  visit,
  rules
) {
  const { parts } = run;
  if (parts.has('target') && visit.target === 'PD') {
    const growth = targetGrowth(run, visit, rules);
    if (growth !== null && growth >= rules.growth) {
      const since = rules.confirmRef === 'runMin' ? 'its smallest value in' : 'the first iUPD of';
      const text = `The sum grew at least 5 mm over ${since} the run.`;
      return {
        rule: 'run.confirmed.target',
        part: 'target',
        text,
        growth,
      };
    }
  }
  if (parts.has('nonTarget') && visit.nonTarget !== 'NE' && visit.ntFurther === true) {
    const text = 'The non-target disease that opened the run grew further.';
    return {
      rule: 'run.confirmed.nonTarget',
      part: 'nonTarget',
      text,
      growth: null,
    };
  }
  const newLesion = parts.has('newLesion') ? newLesionConfirmation(run, visit, rules) : null;
  if (newLesion) return newLesion;
  const other = (part, what) => ({
    rule: 'run.confirmed.otherCategory',
    part,
    text: `Progression in a category that was not yet in the run: ${what}.`,
    growth: null,
  });
  if (!parts.has('target') && visit.target === 'PD') return other('target', 'targets');
  if (!parts.has('nonTarget') && visit.nonTarget === 'PD') return other('nonTarget', 'non-targets');
  if (parts.has('newLesion')) return null;
  const first = furtherLesions(run, visit);
  const what = first.length > 0 ? `new lesion ${first.join(', ')}` : visit.newLesions.event;
  return what === null ? null : other('newLesion', what);
}
/** Days since the first iUPD of the run; null without either date. */ function daysInRun(
  { startDay },
  { day }
) {
  return startDay === null || day === null ? null : day - startDay;
}
function windowState(run, visit, rules) {
  const { windowMinDays, windowToleranceDays, windowMaxDays } = rules;
  const after = daysInRun(run, visit);
  if (after === null) return 'unknown';
  const symptomatic = visit.newSymptom && furtherLesions(run, visit).length > 0;
  if (after < windowMinDays - windowToleranceDays && !symptomatic) return 'early';
  return windowMaxDays !== null && after > windowMaxDays + windowToleranceDays ? 'late' : 'met';
}
function openRun(parts, visit) {
  const { newLesions } = visit;
  const { targets, counted } = newLesions.course;
  const byNewLesions = parts.has('newLesion');
  const joinedTargets = byNewLesions ? targets.map(({ id }) => id) : [];
  const newSum = newLesionSum(newLesions.course, joinedTargets);
  const sum = visit.sum.complete ? visit.sum.known : null;
  return {
    openedBy: visit.id,
    startDay: visit.day,
    parts,
    firstSum: sum,
    leastSum: sum,
    joined: byNewLesions ? new Set([...newLesions.present, ...newLesions.missing]) : counted,
    joinedTargets,
    leastNewSum: newSum.complete && joinedTargets.length > 0 ? newSum.known : null,
    leastNonTarget: newLesions.nonTargetSizes,
    last: {
      target: visit.target,
      newSum: newSum.complete ? newSum.known : null,
      present: newLesions.present,
    },
  };
}
const run_least = (a, b) => (b.complete && (a === null || b.known < a) ? b.known : a);
/** The run after a visit that left it open; `counts`: the visit's sums enter its references. */ function keepRun(
  run,
  visit,
  counts
) {
  const newSum = newLesionSum(visit.newLesions.course, run.joinedTargets);
  const last = {
    target: visit.target === 'NE' ? run.last.target : visit.target,
    newSum: newSum.complete ? newSum.known : run.last.newSum,
    present: visit.newLesions.missing.length > 0 ? run.last.present : visit.newLesions.present,
  };
  if (!counts)
    return {
      ...run,
      last,
    };
  const leastNonTarget = new Map(run.leastNonTarget);
  for (const [id, size] of visit.newLesions.nonTargetSizes) {
    const before = leastNonTarget.get(id);
    if (before === undefined || size < before) leastNonTarget.set(id, size);
  }
  const hasNewTargets = run.joinedTargets.length > 0;
  return {
    ...run,
    firstSum: run.firstSum ?? (visit.sum.complete ? visit.sum.known : null),
    leastSum: run_least(run.leastSum, visit.sum),
    leastNewSum: hasNewTargets ? run_least(run.leastNewSum, newSum) : null,
    leastNonTarget,
    last,
  };
}
/** What got better since the last visit of a run that only new lesions keep open; null when nothing did. */ function improvement(
  run,
  visit
) {
  const { last, joinedTargets } = run;
  if (better.indexOf(visit.target) < better.indexOf(last.target)) {
    return `the target response improved from ${last.target} to ${visit.target}`;
  }
  const gone = last.present.filter(id => visit.newLesions.gone.includes(id));
  if (gone.length > 0) return `${gone.join(', ')} ${gone.length === 1 ? 'is' : 'are'} gone`;
  const sum = newLesionSum(visit.newLesions.course, joinedTargets);
  if (sum.complete && last.newSum !== null && sum.known < last.newSum) {
    return 'the new target lesions shrank';
  }
  return null;
}
/** A new lesion of the run could not be judged at this visit. */ function newLesionsUnknown(
  run,
  { newLesions }
) {
  return (
    newLesions.missing.some(id => run.joined.has(id)) ||
    !newLesionSum(newLesions.course, run.joinedTargets).complete
  );
}

// ./platform/criteria/src/irecist/rateVisit.ts

const names = {
  target: 'targets',
  nonTarget: 'non-targets',
  newLesion: 'new lesions',
};
const windowWords = (window, { windowMinDays, windowToleranceDays, windowMaxDays }) =>
  window === 'early'
    ? `less than ${windowMinDays} days (tolerance ${windowToleranceDays}) after the first iUPD`
    : window === 'late'
      ? `more than ${windowMaxDays} days (tolerance ${windowToleranceDays}) after the first iUPD`
      : 'at an unknown distance from the first iUPD since a date is missing';
/** One visit with the run as it was before it; `reappeared`: non-targets back after a complete response. */ function rateVisit_rateVisit(
  run,
  visit,
  reappeared,
  rules
) {
  const base = {
    confirmation: null,
    window: null,
    inWindow: false,
    daysInRun: null,
    growth: null,
    confirms: null,
  };
  if (run === null) {
    const parts = new Set();
    if (visit.target === 'PD') parts.add('target');
    if (visit.nonTarget === 'PD' || reappeared.length > 0) parts.add('nonTarget');
    if (visit.newLesions.event !== null) parts.add('newLesion');
    if (parts.size === 0) {
      return {
        ...base,
        overall: 'grid',
        rule: 'overall.grid',
        text: 'No progression.',
        run: null,
      };
    }
    const { event } = visit.newLesions;
    const why = part => (part === 'newLesion' && event ? ` (${event})` : '');
    const by = [...parts].map(part => `${names[part]}${why(part)}`).join(', ');
    const text = `Unconfirmed progression by ${by}: it opens a run that the next assessment confirms or resolves.`;
    return {
      ...base,
      overall: 'IUPD',
      rule: 'run.opened',
      text,
      run: openRun(parts, visit),
    };
  }
  const found = confirmation(run, visit, rules);
  const window = windowState(run, visit, rules);
  const inWindow = window === 'met';
  if (found) {
    const step = {
      confirmation: found,
      window,
      inWindow,
      daysInRun: daysInRun(run, visit),
      growth: found.growth,
    };
    if (inWindow) {
      const text = `${found.text} Progression first seen at ${run.openedBy} is confirmed.`;
      const confirms = {
        run,
        part: found.part,
      };
      return {
        ...step,
        overall: 'ICPD',
        rule: found.rule,
        text,
        run: null,
        confirms,
      };
    }
    const text = `${found.text} The scan, ${windowWords(window, rules)}, cannot confirm.`;
    const kept = keepRun(run, visit, false);
    return {
      ...step,
      overall: 'IUPD',
      rule: 'run.windowNotMet',
      text,
      run: kept,
      confirms: null,
    };
  }
  const step = {
    ...base,
    inWindow,
    daysInRun: daysInRun(run, visit),
  };
  const unread = visit.target === 'NE' || (run.parts.has('nonTarget') && visit.nonTarget === 'NE');
  if (unread) {
    const what = visit.target === 'NE' ? 'targets' : 'non-targets';
    const text = `The ${what} are not evaluable and nothing that was read confirms; the run stays open.`;
    return {
      ...step,
      overall: 'NE',
      rule: 'run.notEvaluable',
      text,
      run,
    };
  }
  if (visit.target === 'PD' || visit.nonTarget === 'PD') {
    const text = 'Still progression, without the further increase that would confirm it.';
    const kept = keepRun(run, visit, true);
    const growth = visit.target === 'PD' ? targetGrowth(run, visit, rules) : null;
    return {
      ...step,
      overall: 'IUPD',
      rule: 'run.unchanged',
      text,
      run: kept,
      growth,
    };
  }
  const better = improvement(run, visit);
  if (run.parts.has('newLesion') && rules.leaveRule === 'improved' && better === null) {
    if (newLesionsUnknown(run, visit)) {
      const text = 'The new lesions of the run could not all be judged; the run stays open.';
      return {
        ...step,
        overall: 'NE',
        rule: 'run.notEvaluable',
        text,
        run,
      };
    }
    const text =
      'Nothing improved, and the new lesions that keep the run open did not grow enough to confirm it.';
    const kept = keepRun(run, visit, true);
    const growth = newTargetGrowth(run, visit);
    return {
      ...step,
      overall: 'IUPD',
      rule: 'run.newLesionsStay',
      text,
      run: kept,
      growth,
    };
  }
  const why = better === null ? 'no progression any more' : better;
  const text = `The run that ${run.openedBy} opened is closed unconfirmed: ${why}; a new one needs a new confirmation.`;
  return {
    ...step,
    overall: 'grid',
    rule: 'run.reset',
    text,
    run: null,
  };
}

// ./platform/criteria/src/irecist/assessIrecist.ts

const assessIrecist_source = 'Seymour 2017 (iRECIST) Tables 1 and 2';
function runRules({ parameters, scale }) {
  return {
    ...parameters,
    growth: scale.of(5),
  };
}
function unrated(visit, before, baseline, subject, earlier) {
  const components = visitComponents(visit, earlier, baseline, subject);
  const reason =
    baseline.problem ?? `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`;
  const { nonTarget, newLesions, states } = components;
  const { baselineSource, missingSource } = subject.rules;
  return {
    visit,
    states,
    target: 'NE',
    overall: 'NE',
    date: visit.date,
    perLesion: newLesions.perLesion,
    run: before?.run ?? null,
    newLesions: before?.newLesions ?? noNewLesions,
    confirms: null,
    output: {
      id: visit.id,
      date: visit.date,
      burden: visitBurden(components, baseline, subject),
      lesions: contributions(states, subject),
      target: states.length === 0 ? null : 'NE',
      nonTarget: immuneNonTarget(nonTarget.category),
      newLesions: components.newLesionState === 'NE' ? null : components.newLesionState === 'YES',
      overall: 'NE',
      revised: null,
      trace: [
        ...nonTarget.trace,
        ...newLesions.trace,
        ...unratedTraces(reason, states.length > 0, baselineSource, missingSource),
      ],
      findings: [...components.findings],
    },
  };
}
function assessIrecist_evaluate(visit, earlier, baseline, subject) {
  const { scale, parameters, rules } = subject;
  const before = earlier.at(-1);
  if (baseline.problem !== null || visit.input.evaluable === false)
    return unrated(visit, before, baseline, subject, earlier);
  const components = visitComponents(visit, earlier, baseline, subject);
  const { states, references, nonTarget, newLesions, newLesionState } = components;
  const past = earlier.map(one => ({
    ...one,
    overall: plain(one.overall),
  }));
  const afterCr = lastResponse(past) === 'CR';
  const target = rateTarget({
    states,
    references,
    afterCr,
    carriesPr: carriesPr(past, parameters),
    parameters,
    scale,
    rules: rules.target,
  });
  const reappeared =
    afterCr && parameters.reappearAfterCr === 'pd' ? presentNonTargets(nonTarget) : [];
  const history = [baseline.visit, ...earlier.map(one => one.visit), visit];
  const seen = before?.newLesions ?? noNewLesions;
  const newVisit = followNewLesions(visit, history, newLesions, seen, subject, parameters);
  const own = visit.input;
  const runBefore = before?.run ?? null;
  const facts = {
    id: visit.id,
    day: visit.date === null ? null : dayNumber(visit.date, '/timepoints'),
    target: target.category,
    sum: references.current,
    nonTarget: nonTarget.category,
    ntFurther: own.ntFurther ?? null,
    newLesions: newVisit,
    nlntFurther: own.nlntFurther ?? null,
    newSymptom: own.newSymptom === true,
  };
  const step = rateVisit_rateVisit(runBefore, facts, reappeared, runRules(subject));
  const { value: overall, trace: gridTrace } =
    step.overall === 'grid'
      ? gridResponse(target.category, nonTarget.category, newVisit, newLesionState, parameters)
      : {
          value: step.overall,
          trace: [],
        };
  const progression = overall === 'IUPD' || overall === 'ICPD';
  const date = responseDate(
    visit,
    {
      states,
      target,
      nonTarget,
      newLesions,
      reappeared,
      progression,
    },
    parameters.visitDateRule
  );
  const confirmedPart = step.confirms?.part ?? null;
  const targetCode = confirmedPart === 'target' ? 'ICPD' : immuneTarget(target.category);
  const nonTargetCode =
    confirmedPart === 'nonTarget' ? 'ICPD' : immuneNonTarget(nonTarget.category);
  const growing = newVisit.event !== null || step.confirmation?.part === 'newLesion';
  return {
    visit,
    states,
    target: target.category,
    overall,
    date,
    perLesion: newLesions.perLesion,
    run: step.run,
    newLesions: newVisit.course,
    confirms: step.confirms?.run.openedBy ?? null,
    output: {
      id: visit.id,
      date,
      burden: visitBurden(components, baseline, subject),
      lesions: contributions(states, subject),
      target: targetCode,
      nonTarget: nonTargetCode,
      newLesions: newLesionState === 'NE' ? null : newLesionState === 'YES',
      components: {
        newLesionProgression: growing ? 'YES' : newLesionState === 'NE' ? null : 'NO',
        priorOverall: before?.overall ?? null,
      },
      overall,
      revised: null,
      trace: [
        ...target.trace.map(reason => marginAs(reason, immuneMargin)),
        ...nonTarget.trace,
        ...newLesions.trace,
        ...stepTrace(step, newVisit, seen, scale, assessIrecist_source),
        ...gridTrace,
      ],
      findings: [...components.findings, ...irecistFindings(facts, runBefore, step)],
    },
  };
}
/** iRECIST for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */ function assessIrecist(
  input
) {
  const parameters = parametersOf('irecist', irecist_parameters_ParametersSchema, input.parameters);
  checkDates(input, parameters);
  const measure = diameters(parameters.tstmDefaultMm);
  const course = readSubject(input, measure, [
    parameters.tstmDefaultMm,
    recistRules.target.pdAbsMm,
  ]);
  const subject = {
    ...course,
    measure,
    parameters,
    rules: recistRules,
  };
  const evaluated = [];
  const timepoints = [];
  if (subject.baseline) {
    const baseline = rateBaseline(subject.baseline, subject);
    timepoints.push(baselineOutput(baseline, subject));
    for (const visit of subject.visits)
      evaluated.push(assessIrecist_evaluate(visit, evaluated, baseline, subject));
  }
  const back = parameters.equivocalBackdate
    ? equivocalRevisions(evaluated, 'IUPD', ['IUPD', 'ICPD'])
    : new Map();
  const responses = evaluated.map(({ output }) => revisedBy(output, back.get(output.id)));
  // The best response dates iCPD at its run's first iUPD itself, and only by visits that enter it.
  timepoints.push(
    ...responses.map(one => {
      const by = evaluated.find(({ confirms }) => confirms === one.id);
      if (!by) return one;
      const revised = {
        value: 'ICPD',
        byTimepoint: by.visit.id,
        rule: 'run.confirmed',
      };
      return {
        ...one,
        revised,
      };
    })
  );
  return {
    criterion: 'irecist',
    parameters: {
      ...parameters,
    },
    timepoints,
    bestOverallResponse: bestResponseOf(
      responses,
      input,
      parameters,
      subject.baseline,
      irecistVocabulary
    ),
  };
}

// ./platform/criteria/src/irecist/combine.ts

const combine_id = 'irecist';
const combine_source = 'Seymour 2017 (iRECIST) Table 2';
const combine_targets = ['ICR', 'IPR', 'ISD', 'IUPD', 'ICPD', 'NE'];
const combine_nonTargets = ['ICR', codes_NN, 'IUPD', 'ICPD', 'NE'];
const overalls = ['ICR', 'IPR', 'ISD', codes_NN, 'NED', 'IUPD', 'ICPD', 'NE'];
const combine_Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const combine_Answer = Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Null()]));
const combine_ComponentsSchema = Type.Object({
  target: combine_Code,
  nonTarget: combine_Code,
  /** New lesions that count: first seen now, or in the run of unconfirmed progression. */ newLesions:
    combine_Answer,
  /** Further new lesions, or growth of those seen before that would confirm. */ newLesionProgression:
    combine_Answer,
  /** IUPD: a run of unconfirmed progression is open. null: no assessment before. */ priorOverall:
    combine_Code,
});
const plainTarget = {
  ICR: 'CR',
  IPR: 'PR',
  ISD: 'SD',
  IUPD: 'PD',
  ICPD: 'PD',
  NE: 'NE',
  NA: 'NA',
};
const plainNonTarget = {
  ICR: 'CR',
  [codes_NN]: 'NON-CR/NON-PD',
  IUPD: 'PD',
  ICPD: 'PD',
  NE: 'NE',
  NA: 'NA',
};
function answer(given, path) {
  if (typeof given !== 'string') return given === true;
  return combineByGrid_pick(given, ['NO', 'YES', 'EQUIVOCAL', 'NE'], path, combine_id) === 'YES';
}
/**
 * iRECIST's combination table alone: progression is unconfirmed, unless a run of unconfirmed progression is open
 * (`priorOverall` IUPD) and a component (ICPD) or the new lesions (`newLesionProgression`) confirm it.
 */ function combineIrecist(components) {
  const given = components;
  const target = combineByGrid_pick(
    given.target,
    combine_targets,
    '/components/target',
    combine_id
  );
  const nonTarget = combineByGrid_pick(
    given.nonTarget,
    combine_nonTargets,
    '/components/nonTarget',
    combine_id
  );
  const prior = combineByGrid_pick(
    given.priorOverall,
    overalls,
    '/components/priorOverall',
    combine_id
  );
  const growing = answer(given.newLesionProgression, '/components/newLesionProgression');
  const newLesions = growing || answer(given.newLesions, '/components/newLesions');
  const confirmed = target === 'ICPD' || nonTarget === 'ICPD';
  // A component that is called confirmed says that a run is open; a prior response that is stated may contradict it.
  const open = prior === 'IUPD' || prior === 'NE' || given.priorOverall === undefined;
  if ((confirmed && open) || (growing && prior === 'IUPD')) return 'ICPD';
  if (newLesions) return 'IUPD';
  return immune(overallGrid[plainTarget[target]][plainNonTarget[nonTarget]]);
}
/** The table by its axes: without and with an open run, by what the new lesions do. */ const irecistTables =
  [null, 'IUPD'].flatMap(priorOverall =>
    [
      {
        newLesions: false,
        newLesionProgression: false,
        words: 'no new lesion',
      },
      {
        newLesions: true,
        newLesionProgression: false,
        words: 'new lesions, not growing',
      },
      {
        newLesions: true,
        newLesionProgression: true,
        words: 'new lesions, growing or further ones',
      },
    ].map(({ words, ...lesions }) => ({
      title: `${priorOverall === null ? 'No iUPD before' : 'After iUPD'}, ${words}`,
      source: combine_source,
      axes: [
        {
          component: 'target',
          label: 'Target',
          values: [...combine_targets, null],
        },
        {
          component: 'nonTarget',
          label: 'Non-target',
          values: [...combine_nonTargets, null],
        },
      ],
      fixed: {
        ...lesions,
        priorOverall,
      },
    }))
  );

// ./platform/criteria/src/irecist/inputs.ts

const inputs_Answer = description =>
  Type.Optional(
    Type.Union([Type.Boolean(), Type.Null()], {
      description,
    })
  );
/** What iRECIST takes of a visit beside RECIST 1.1's. */ const inputs_TimepointInputs =
  Type.Object({
    ntFurther: inputs_Answer(
      'Yes/no: the non-target disease grew at all over its smallest state since the first iUPD. Decides whether non-target progression is confirmed.'
    ),
    nlntFurther: inputs_Answer(
      'Yes/no: a new non-target lesion grew at all over its smallest state since the first iUPD. Without an answer the new lesions’ states and diameters decide.'
    ),
    newSymptom: inputs_Answer(
      'Yes/no: the scan was done for a new symptom or sign. Such a scan may confirm early when it shows a further new lesion.'
    ),
    clinicalStatus: Type.Optional(
      Type.Union(
        [Type.Literal('stable'), Type.Literal('improved'), Type.Literal('worse'), Type.Null()],
        {
          description: 'Clinical status, for information: it decides nothing in the assessment.',
        }
      )
    ),
  });

// ./platform/criteria/src/irecist/irecist.ts

const irecist = {
  id: 'irecist',
  name: 'iRECIST',
  source: 'Seymour L, Bogaerts J, Perrone A et al. Lancet Oncol 2017;18:e143-e152',
  parameters: Type.Partial(irecist_parameters_ParametersSchema),
  inputs: {
    timepoint: inputs_TimepointInputs,
    lesion: NewLesionInputs,
  },
  components: combine_ComponentsSchema,
  tables: irecistTables,
  readerResponses: ['ICR', 'IPR', 'ISD', 'NON-ICR/NON-IUPD', 'NED', 'IUPD', 'ICPD', 'NE'],
  assess: assessIrecist,
  combine: combineIrecist,
};

// ./platform/criteria/src/lugano2014/grid.ts
const lugano2014_grid_NN = 'NON-CR/NON-PD';
/** What a metabolic response is as an overall response. */ const petResponse = {
  CMR: 'CR',
  PMR: 'PR',
  NMR: 'SD',
  PMD: 'PD',
};
const metabolicResponses = ['CMR', 'PMR', 'NMR', 'PMD'];
const lugano2014_grid_all = value => ({
  CR: value,
  PR: value,
  SD: value,
  PD: value,
  NED: value,
  NE: value,
  NONE: value,
});
/** CT without a PET. */ const ctAlone = {
  CR: 'CR',
  PR: 'PR',
  SD: 'SD',
  PD: 'PD',
  NED: 'NED',
  NE: 'NE',
  NONE: 'NE',
};
/** Overall response; rows are the PET, columns the CT. NONE: not done. */ const petCtGrid = {
  CMR: lugano2014_grid_all('CR'),
  PMR: lugano2014_grid_all('PR'),
  NMR: lugano2014_grid_all('SD'),
  PMD: lugano2014_grid_all('PD'),
  NE: {
    CR: 'LAST',
    PR: 'LAST',
    SD: 'LAST',
    PD: 'PD',
    NED: 'LAST',
    NE: 'NE',
    NONE: 'NE',
  },
  NONE: ctAlone,
  NED: {
    CR: 'NED',
    PR: 'NED',
    SD: 'NED',
    PD: 'PD',
    NED: 'NED',
    NE: 'NE',
    NONE: 'NE',
  },
};
const lugano2014_grid_source = 'Cheson 2014 (Lugano) Table 3';
const pets = [...metabolicResponses, 'NE', 'NED', null];
const cts = ['CR', 'PR', 'SD', 'PD', 'NED', 'NE', null];
const lugano2014_grid_targets = ['CR', 'PR', 'SD', 'PD', 'NE', null];
const grid_nonTargets = ['CR', lugano2014_grid_NN, 'PD', 'NE', null];
const luganoTables = [
  {
    title: 'PET and CT without an earlier PET (null: not done)',
    source: lugano2014_grid_source,
    axes: [
      {
        component: 'pet',
        label: 'PET',
        values: pets,
      },
      {
        component: 'ct',
        label: 'CT',
        values: cts,
      },
    ],
    fixed: {
      newLesions: false,
      priorPet: null,
    },
  },
  {
    title: 'PET not evaluable after an earlier PET',
    source: 'Lugano 2014 as programmed in admiralonco (the last PET response is carried)',
    axes: [
      {
        component: 'priorPet',
        label: 'Last PET',
        values: metabolicResponses,
      },
      {
        component: 'ct',
        label: 'CT',
        values: cts,
      },
    ],
    fixed: {
      newLesions: false,
      pet: 'NE',
    },
  },
  ...[false, true].map(newLesions => ({
    title: newLesions ? 'CT alone with a new lesion' : 'CT alone without new lesions',
    source: lugano2014_grid_source,
    axes: [
      {
        component: 'target',
        label: 'Measured disease',
        values: lugano2014_grid_targets,
      },
      {
        component: 'nonTarget',
        label: 'Disease not measured',
        values: grid_nonTargets,
      },
    ],
    fixed: {
      newLesions,
      pet: null,
    },
  })),
];

// ./platform/criteria/src/lugano2014/combine.ts

/** Overall response from PET and CT. `worst`: progression by CT counts against a better PET. */ function combine_overallOf(
  { pet, ct, priorPet },
  { petCtConflict, petNeCarry }
) {
  const column = ct ?? 'NONE';
  const cell = petCtGrid[pet ?? 'NONE'][column];
  if (cell === 'LAST')
    return petNeCarry === 'last' && priorPet !== null ? petResponse[priorPet] : ctAlone[column];
  return petCtConflict === 'worst' && ct === 'PD' ? 'PD' : cell;
}
const lugano2014_combine_Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const lugano2014_combine_ComponentsSchema = Type.Object({
  pet: lugano2014_combine_Code,
  ct: lugano2014_combine_Code,
  priorPet: lugano2014_combine_Code,
  target: lugano2014_combine_Code,
  nonTarget: lugano2014_combine_Code,
  newLesions: Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Null()])),
});
function combine_pick(given, known, component) {
  if (given === null || given === undefined || given === 'NA') return null;
  const found = known.find(code => code === given);
  if (found !== undefined) return found;
  const message = `"${given}" is not a response of lugano-2014 here (known: ${known.join(', ')}, null)`;
  throw new CriterionError('CL_RESPONSE_UNKNOWN', `/components/${component}`, message);
}
/**
 * The combination tables alone. `ct` may be given as its parts (`target`, `nonTarget`); null is "not done" for PET and
 * CT, "none at baseline" for the parts. SMD is NMR, NN is NON-CR/NON-PD.
 */ function combineLugano(components) {
  const given = components;
  const as = code => (code === 'SMD' ? 'NMR' : code);
  const pet = combine_pick(as(given.pet), [...metabolicResponses, 'NE', 'NED'], 'pet');
  const priorPet = combine_pick(as(given.priorPet), metabolicResponses, 'priorPet');
  const target = combine_pick(given.target, ['CR', 'PR', 'SD', 'PD', 'NE'], 'target');
  const nonTarget = combine_pick(
    given.nonTarget === 'NN' ? 'NON-CR/NON-PD' : given.nonTarget,
    ['CR', 'NON-CR/NON-PD', 'PD', 'NE'],
    'nonTarget'
  );
  const newLesions =
    typeof given.newLesions === 'string'
      ? combine_pick(given.newLesions, ['NO', 'YES', 'EQUIVOCAL', 'NE'], 'newLesions')
      : given.newLesions === true
        ? 'YES'
        : null;
  const byParts = given.ct === undefined && ('target' in given || 'nonTarget' in given);
  const stated = byParts
    ? sizeGrid[target ?? 'NA'][nonTarget ?? 'NA']
    : combine_pick(given.ct, ['CR', 'PR', 'SD', 'PD', 'NED', 'NE'], 'ct');
  const less = byParts && target === null ? 'SD' : 'PR';
  const known = stated === 'CR' && newLesions === 'NE' ? less : stated;
  const ct = newLesions === 'YES' ? 'PD' : known;
  return combine_overallOf(
    {
      pet,
      ct,
      priorPet,
    },
    {
      petCtConflict: 'petWins',
      petNeCarry: 'last',
    }
  );
}

// ./platform/criteria/src/lugano2014/growthLimits.ts

/** Longest diameter that a lesion that grew must exceed, mm. */ const leastMm = (
  node,
  { pdMinLdiExtranodalMm }
) => (node ? 15 : pdMinLdiExtranodalMm);
/** Least growth of a diameter, mm: 5 for lesions up to 20 mm, 10 for larger ones. */ function incrementMm(
  ldi,
  scale
) {
  return ldi <= scale.of(20) ? 5 : 10;
}
/** A resolved lesion counts again over this size; a smaller extranodal one if the reader calls it unequivocal. */ const againOverMm =
  node => (node ? 15 : 10);
const hadResolved = sizes => sizes.some(({ ppd }) => ppd === 0n);
/**
 * Where the longest diameter alone would make a lesion progression that has not progressed; null where it can not, or
 * where there is no lesion to measure.
 */ function growthLimits_toProgression(
  { reading, size, nadir, diameters, resolved },
  parameters,
  scale
) {
  // Parts together have no product of their own two diameters.
  if (size.ppd === 0n || size.ppd !== size.ldi * size.sdi) return null;
  const { id, node } = reading;
  const least = scale.of(leastMm(node, parameters));
  const again = resolved ? scale.of(againOverMm(node)) : null;
  const [small, large, twenty] = [scale.of(5), scale.of(10), scale.of(20)];
  const categoryAt = (ldi, parts) => {
    const by = parameters.incrementBySizeAt === 'nadir' ? parts * nadir.ldi : ldi;
    const increment = parts * (by <= parts * twenty ? small : large);
    const longer =
      !diameters ||
      ldi - parts * nadir.ldi >= increment ||
      parts * (size.sdi - nadir.sdi) >= increment;
    const isGrown =
      ldi > parts * least && increasedBy(ldi * size.sdi, parts * nadir.ppd, 50n) && longer;
    return isGrown || (again !== null && ldi > parts * again) ? 'PD' : 'none';
  };
  const at = (numerator, denominator = 1n) => ({
    numerator,
    denominator,
  });
  const edges = [
    at(least),
    at(twenty),
    at(nadir.ldi + small),
    at(nadir.ldi + large),
    at(3n * nadir.ppd, 2n * size.sdi),
    ...(again === null ? [] : [at(again)]),
  ];
  const edge = nearestEdge(size.ldi, edges, categoryAt);
  const reference = nadir.ldi > 0n ? nadir.ldi : least;
  return (
    edge && {
      ...edge,
      current: size.ldi,
      unit: 'mm',
      one: scale.one,
      reference,
      lesion: id,
    }
  );
}

// ./platform/criteria/src/lugano2014/growth.ts

const lugano2014_growth_source = 'Cheson 2014 (Lugano) Table 3, progressive disease by CT';
function grown(
  { reading, size, nadir, diameters },
  parameters,
  scale,
  { otherwise, lastAbnormal }
) {
  const { id, node, scanDate } = reading;
  const least = leastMm(node, parameters);
  const increment = incrementMm(
    parameters.incrementBySizeAt === 'nadir' ? nadir.ldi : size.ldi,
    scale
  );
  const [ldiGrowth, sdiGrowth] = [size.ldi - nadir.ldi, size.sdi - nadir.sdi];
  const enough = ldiGrowth >= scale.of(increment) || sdiGrowth >= scale.of(increment);
  if (size.ldi <= scale.of(least) || !increasedBy(size.ppd, nadir.ppd, 50n)) return null;
  if (diameters && !enough) return null;
  const threshold = [
    `LDi over ${least} mm`,
    'PPD at least 50 % over its nadir',
    ...(diameters ? [`LDi or SDi at least ${increment} mm over the nadir`] : []),
  ].join(', ');
  const signedMm = growth => `${growth > 0n ? '+' : ''}${scale.toMm(growth)} mm`;
  const [now, was] = [scale.toMm2(size.ppd), scale.toMm2(nadir.ppd)];
  const more = diameters
    ? `; LDi ${signedMm(ldiGrowth)}, SDi ${signedMm(sdiGrowth)}, of which one must reach +${increment} mm`
    : '';
  const what = diameters ? id : `${id} with ${reading.joint.join(', ')}, confluent`;
  const whose = diameters ? 'its nadir' : "the nodes' nadir";
  const mm = (current, at, reference) => ({
    category: otherwise,
    current,
    numerator: at,
    denominator: 1n,
    unit: 'mm',
    one: scale.one,
    reference,
    lesion: id,
  });
  const byLdi = mm(size.ldi, nadir.ldi + scale.of(increment), nadir.ldi);
  const bySdi = mm(size.sdi, nadir.sdi + scale.of(increment), nadir.sdi);
  // Where both diameters grew enough, it takes both to fall short.
  const growth =
    ldiGrowth < scale.of(increment)
      ? bySdi
      : sdiGrowth < scale.of(increment)
        ? byLdi
        : farthestCrossing([byLdi, bySdi]);
  const crossings = [
    {
      category: otherwise,
      current: size.ppd,
      numerator: 3n * nadir.ppd,
      denominator: 2n,
      unit: 'mm2',
      one: scale.one * scale.one,
      reference: nadir.ppd,
      lesion: id,
    },
    {
      ...mm(size.ldi, scale.of(least), scale.of(least)),
      category: id === lastAbnormal ? 'CR' : otherwise,
    },
    ...(diameters ? [growth] : []),
  ];
  return {
    id,
    scanDate,
    back: nearestCrossing(crossings),
    trace: {
      rule: diameters ? 'ct.pd.growth' : 'ct.pd.confluence',
      text: `${what}: LDi ${scale.toMm(size.ldi)} mm, PPD ${now} mm² against ${whose} of ${was} mm²${more}.`,
      numbers: {
        ldiMm: scale.toMm(size.ldi),
        sdiMm: scale.toMm(size.sdi),
        ppdMm2: now,
        nadirPpdMm2: was,
        nadirLdiMm: diameters ? scale.toMm(nadir.ldi) : null,
        nadirSdiMm: diameters ? scale.toMm(nadir.sdi) : null,
        incrementMm: diameters ? increment : null,
      },
      threshold,
      source: lugano2014_growth_source,
    },
  };
}
function regrown(
  { reading: { id, node, size, status, scanDate }, resolved },
  scale,
  { otherwise, lastAbnormal }
) {
  if (!resolved || size.ppd === 0n) return null;
  const limit = againOverMm(node);
  const stated = !node && status === 'unequivocal';
  if (size.ldi <= scale.of(limit) && !stated) return null;
  const ldi = scale.toMm(size.ldi);
  return {
    id,
    scanDate,
    back: stated
      ? null
      : {
          category: id === lastAbnormal ? 'CR' : otherwise,
          current: size.ldi,
          numerator: scale.of(limit),
          denominator: 1n,
          unit: 'mm',
          one: scale.one,
          reference: scale.of(limit),
          lesion: id,
        },
    trace: {
      rule: 'ct.pd.regrowth',
      text: `${id} had resolved and is back, LDi ${ldi} mm${stated ? ', unequivocal' : ''}.`,
      numbers: {
        ldiMm: ldi,
      },
      ...(stated
        ? {}
        : {
            threshold: `a resolved lesion back over ${limit} mm`,
          }),
      source: lugano2014_growth_source,
    },
  };
}
/** Several that progressed: the category is another one only once the last of them would not have. */ function withMargins(
  found
) {
  const back = found.flatMap(one => (one.back === null ? [] : [one.back]));
  const [first, ...rest] = back;
  const decided = first && back.length === found.length ? farthestCrossing([first, ...rest]) : null;
  return found.map(({ id, scanDate, trace }) => {
    const margin = decided && nearestMargin([decided]);
    return {
      id,
      scanDate,
      trace:
        trace.threshold === undefined
          ? trace
          : {
              ...trace,
              margin,
            },
    };
  });
}
/** The parts of a target that was whole until now, as one: their products summed, the largest diameters of any. */ function together(
  parts
) {
  const largest = values => values.reduce((best, value) => (value > best ? value : best), 0n);
  return {
    ppd: parts.reduce((sum, { size }) => sum + size.ppd, 0n),
    ldi: largest(parts.map(({ size }) => size.ldi)),
    sdi: largest(parts.map(({ size }) => size.sdi)),
  };
}
/**
 * Targets, or parts of one, that progressed. Each has its own nadir; parts that are measured apart for the first time
 * are compared with the nadir of the whole, a confluent mass with the sum of its nodes.
 */ function progressedLesions({ readings, states }, past, parameters, scale, otherwise) {
  const before = past.map(one => one.readings);
  const found = [];
  const within = [];
  const fresh = new Map();
  const compare = compared => {
    const growth =
      regrown(compared, scale, otherwise) ?? grown(compared, parameters, scale, otherwise);
    if (growth !== null) {
      found.push(growth);
      return;
    }
    const crossing = growthLimits_toProgression(compared, parameters, scale);
    if (crossing !== null) within.push(crossing);
  };
  for (const reading of readings.values()) {
    const { id, target, joint, size } = reading;
    if (joint.length > 0) {
      const ppd = smallestGroup(
        [target, ...joint],
        past.map(one => one.states)
      );
      const nadir =
        ppd === null
          ? null
          : {
              ppd,
              ldi: 0n,
              sdi: 0n,
            };
      if (nadir !== null)
        compare({
          reading,
          size,
          nadir,
          diameters: false,
          resolved: false,
        });
      continue;
    }
    const sizes = earlierSizes(id, before);
    const nadir = smallest(sizes, parameters.diamNadir);
    const remainder = states.some(one => one.id === id && one.status === 'split');
    if (nadir !== null && !remainder)
      compare({
        reading,
        size,
        nadir,
        diameters: true,
        resolved: hadResolved(sizes),
      });
    else {
      const others = fresh.get(target);
      fresh.set(target, others ? [...others, reading] : [reading]);
    }
  }
  for (const [target, parts] of fresh) {
    const nadir = smallest(earlierSizes(target, before), parameters.diamNadir);
    if (nadir === null) continue;
    const reading = {
      ...parts[0],
      id: target,
    };
    compare({
      reading,
      size: together(parts),
      nadir,
      diameters: true,
      resolved: false,
    });
  }
  return {
    growth: withMargins(found),
    toProgression: within,
  };
}

// ./platform/criteria/src/lugano2014/inputs.ts

const inputs_optional = (schema, description) =>
  Type.Optional(
    Type.Union([schema, Type.Null()], {
      description,
    })
  );
const LuganoTimepointSchema = Type.Object({
  ct: choice(
    ['done', 'notDone', 'notEvaluable'],
    'Whether this timepoint has a CT; "done" when left out.'
  ),
  pet: choice(
    ['done', 'notDone', 'notEvaluable'],
    'Whether this timepoint has an FDG-PET; told by `deauville` when left out.'
  ),
  petDate: inputs_optional(
    Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    }),
    'Day of the FDG-PET (YYYY-MM-DD); that of the timepoint when left out.'
  ),
  deauville: Type.Optional(
    Type.Union(
      [
        Type.Literal(1),
        Type.Literal(2),
        Type.Literal(3),
        Type.Literal(4),
        Type.Literal(5),
        Type.Literal('X'),
        Type.Null(),
      ],
      {
        description:
          'Five-point scale over all sites: 1 no uptake above background, 2 up to mediastinum, 3 up to liver, 4 moderately and 5 markedly above liver or new lesions; X: new uptake unlikely to be lymphoma, and no score of the known sites.',
      }
    )
  ),
  uptakeChange: choice(
    ['REDUCED', 'UNCHANGED', 'INCREASED'],
    'Uptake of the known sites against the scan that `petReference` names; needed at scores above `deauvilleNegativeMax`.'
  ),
  petNewFocus: inputs_optional(Type.Boolean(), 'A new FDG-avid focus that is due to lymphoma.'),
  petMarrow: choice(
    ['none', 'reduced', 'unchanged', 'new'],
    'FDG-avid marrow disease: none, less than at baseline, as at baseline, or new or back again.'
  ),
  spleenLengthMm: inputs_optional(
    Type.Number({
      minimum: 0,
    }),
    'Vertical length of the spleen, mm; over 130 mm is enlarged.'
  ),
  liver: choice(['normal', 'enlarged'], 'Size of the liver.'),
  ...marrowInputs,
  clinicalStatus: choice(
    ['improved', 'stable', 'worse'],
    'Clinical course since the start of treatment; LYRIC needs it for IR1.'
  ),
  biopsy: choice(
    ['lymphoma', 'negative'],
    'What a biopsy of growing or new disease proved at this timepoint; LYRIC only.'
  ),
});
const LuganoLesionSchema = Type.Object({
  larger: inputs_optional(
    Type.Boolean(),
    'Non-target only: larger than at baseline without being clearly worse; no partial response then.'
  ),
});
const luganoOf = ({ input }) => input;

// ./platform/criteria/src/lugano2014/normalNodes.ts

/** Longest diameter of a normal node, mm: up to it. */ const normalNodes_normalNodeMm = 15;
/** The readings of the targets that keep CR away; null where one of them is no node, or has no size of its own. */ function abnormalNodes({
  states,
  readings,
}) {
  const found = states
    .filter(({ present }) => present)
    .map(({ id, status }) => (status === 'measured' ? readings.get(id) : undefined));
  return found.every(reading => reading?.node === true) ? found : null;
}
/** The node that alone keeps CR away; null where there is none. */ function lastAbnormalNode(
  facts
) {
  const nodes = abnormalNodes(facts);
  return nodes?.length === 1 ? (nodes[0]?.id ?? null) : null;
}
/**
 * Where the targets would be CR, or would not be any more, by the longest diameters of nodes. All of several abnormal
 * ones must become normal.
 */ function normalNodeCrossings(facts, scale) {
  const { current, baseline } = facts.references;
  const limit = scale.of(normalNodes_normalNodeMm);
  const to = (category, { id, size }) =>
    sizeCrossing(
      {
        id,
        size: size.ldi,
        limit,
      },
      category,
      scale
    );
  const abnormal = abnormalNodes(facts);
  if (abnormal === null) return [];
  const [first, ...rest] = abnormal.map(reading => to('CR', reading));
  if (first) return [farthestCrossing([first, ...rest])];
  return [...facts.readings.values()]
    .filter(({ size }) => size.ppd > 0n)
    .map(reading => {
      const { ppd, sdi } = reading.size;
      const sum = current.known - ppd + limit * sdi;
      // Just over the limit: a sum of exactly half at it is more than half beyond it.
      return to(2n * sum < baseline ? 'PR' : 'SD', reading);
    });
}

// ./platform/criteria/src/lugano2014/spleen.ts

const spleen_source = 'Cheson 2014 (Lugano) Table 3, organ enlargement';
const normalMm = 130;
const newlyEnlargedMm = 20;
/** The state of a spleen of this length, `length` / `parts` units. */ function stateAt(
  { normal, past, newly, recurrent },
  length,
  parts
) {
  const over = from => length - parts * from;
  if (over(normal) <= 0n) return 'NORMAL';
  if (past === null) return 'ENLARGED';
  const { base, least, reference } = past;
  if (base <= normal) return over(reference) >= parts * newly ? 'PD' : 'ENLARGED';
  if (
    least <= normal
      ? over(least) >= parts * recurrent
      : 2n * over(reference) > parts * (reference - normal)
  )
    return 'PD';
  return 2n * over(normal) < parts * (base - normal) ? 'REGRESSED' : 'ENLARGED';
}
/** Every length at which the state may change. */ function edgesOf({
  normal,
  past,
  newly,
  recurrent,
}) {
  const at = (numerator, denominator = 1n) => ({
    numerator,
    denominator,
  });
  if (past === null) return [at(normal)];
  const { base, least, reference } = past;
  if (base <= normal) return [at(normal), at(reference + newly)];
  const progression = least <= normal ? at(least + recurrent) : at(3n * reference - normal, 2n);
  return [at(normal), at(base + normal, 2n), progression];
}
/** Vertical length of the spleen against 130 mm and its reference. `history` starts with the baseline. */ function rateSpleen(
  history,
  { spleenReference, spleenRecurrentMm },
  scale
) {
  const measured = history.map(visit => {
    const mm = visit.input.evaluable === false ? null : luganoOf(visit).spleenLengthMm;
    return mm == null ? null : scale.of(mm);
  });
  const normal = scale.of(normalMm);
  const [base, now] = [measured[0] ?? null, measured.at(-1) ?? null];
  const enlargedAtBaseline = base !== null && base > normal;
  const pastOf = first => {
    const least = measured
      .slice(1, -1)
      .reduce((best, length) => (length !== null && length < best ? length : best), first);
    return {
      base: first,
      least,
      reference: spleenReference === 'nadir' ? least : first,
    };
  };
  const past = base === null ? null : pastOf(base);
  const mm = length => (length === null ? null : scale.toMm(length));
  const numbers = {
    spleenMm: mm(now),
    baselineMm: mm(base),
    smallestMm: past && scale.toMm(past.least),
  };
  const lengths = {
    normal,
    past,
    newly: scale.of(newlyEnlargedMm),
    recurrent: scale.of(spleenRecurrentMm),
  };
  const result = (state, rule, text, limit, findings = []) => ({
    state,
    enlargedAtBaseline,
    trace: [
      {
        rule,
        text,
        numbers,
        ...limit,
        source: spleen_source,
      },
    ],
    findings,
  });
  if (now === null) {
    if (past === null)
      return {
        state: 'NONE',
        enlargedAtBaseline,
        trace: [],
        findings: [],
      };
    const text = 'The spleen was measured at baseline, but not here.';
    const severity = enlargedAtBaseline ? 'block' : 'warning';
    return result('NE', 'spleen.ne', text, {}, [
      finding('spleen.missing', severity, null, text, spleen_source),
    ]);
  }
  const edge = nearestEdge(now, edgesOf(lengths), (length, parts) =>
    stateAt(lengths, length, parts)
  );
  const by = threshold => ({
    threshold,
    margin: edge && marginTo(now, [edge], 'mm', scale.one),
  });
  const length = `Spleen ${scale.toMm(now)} mm`;
  const state = stateAt(lengths, now, 1n);
  if (past === null) {
    const text = `${length}, but not measured at baseline: growth cannot be told.`;
    return result(state, 'spleen.noBaseline', text, by('up to 130 mm'), [
      finding('spleen.baselineMissing', 'warning', null, text, spleen_source),
    ]);
  }
  const { least, reference } = past;
  if (state === 'NORMAL')
    return result(state, 'spleen.normal', `${length}: not enlarged.`, by('up to 130 mm'));
  const was = from => `${length} against ${scale.toMm(from)} mm`;
  if (enlargedAtBaseline && least <= normal && state === 'PD') {
    const threshold = by(
      `over 130 mm and at least ${spleenRecurrentMm} mm over the smallest length`
    );
    return result(state, 'spleen.recurrent', `${was(least)}: enlarged again.`, threshold);
  }
  if (!enlargedAtBaseline) {
    const threshold = by(`over 130 mm and at least ${newlyEnlargedMm} mm over the reference`);
    return state === 'PD'
      ? result(state, 'spleen.new', `${was(reference)}: newly enlarged.`, threshold)
      : result(state, 'spleen.enlarged', `${was(reference)}: grown by too little.`, threshold);
  }
  if (state === 'PD') {
    const text = `${was(reference)}, which was ${scale.toMm(reference - normal)} mm over normal: grown by more than half of that.`;
    return result(state, 'spleen.growth', text, by('growth over 50 % of the excess over 130 mm'));
  }
  const excess = `${was(past.base)} at baseline: ${scale.toMm(now - normal)} mm over 130 mm, which was ${scale.toMm(past.base - normal)} mm`;
  const threshold = by('excess over 130 mm reduced by more than 50 %');
  return state === 'REGRESSED'
    ? result(state, 'spleen.regressed', `${excess}, reduced by more than half.`, threshold)
    : result(state, 'spleen.enlarged', `${excess}, not reduced by more than half.`, threshold);
}

// ./platform/criteria/src/lugano2014/ct.ts

const ct_source = 'Cheson 2014 (Lugano) Table 3, CT';
const ct_signed = change => `${change > 0 ? '+' : ''}${change}`;
/** The sum of products against the baseline; progression is each lesion's own matter. */ function rateSum(
  { states, references },
  { scale }
) {
  const { current, baseline } = references;
  const spd = scale.toMm2(current.known);
  const change = percentChange(current.known, baseline);
  const whole = current.complete;
  const numbers = {
    spdMm2: whole ? spd : null,
    baselineMm2: scale.toMm2(baseline),
    nadirMm2: scale.toMm2(references.nadir),
    changeFromBaselinePct: whole ? change : null,
    changeFromNadirPct: whole ? percentChange(current.known, references.nadir) : null,
  };
  const result = (category, rule, text, decided = {}, beyond) => {
    const sumTo =
      beyond === undefined || baseline === 0n
        ? null
        : {
            category: beyond,
            current: current.known,
            numerator: baseline,
            denominator: 2n,
            unit: 'mm2',
            one: scale.one * scale.one,
            reference: baseline,
          };
    const shown = references.counted === 0 ? {} : numbers;
    return {
      category,
      sumTo,
      trace: {
        rule,
        text,
        numbers: shown,
        ...decided,
        source: ct_source,
      },
    };
  };
  if (states.length === 0) return result('NA', 'target.none', 'No measured lesion at baseline.');
  const missing = states.filter(({ complete }) => !complete);
  if (references.counted === 0) return result('NE', 'target.ne', 'Every target was treated.');
  if (missing.length > 0) {
    const names = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    return result('NE', 'target.ne', `Not evaluable: ${names}.`);
  }
  if (states.every(({ present }) => !present)) {
    const text = `Every node has an LDi up to 15 mm and nothing extranodal is left (SPD ${spd} mm²).`;
    const threshold = `every node up to ${/* inlined export .normalNodeMm */ 15} mm LDi, nothing extranodal`;
    return result('CR', 'target.cr', text, {
      threshold,
    });
  }
  const share = change === null ? '' : ` (${ct_signed(change)} %)`;
  const by = `SPD ${spd} mm² against ${scale.toMm2(baseline)} mm² at baseline${share}`;
  const bySum = {
    threshold: 'SPD at least 50 % below the baseline',
  };
  return decreasedBy(current.known, baseline, 50n)
    ? result('PR', 'target.pr', `${by}: at least half gone.`, bySum, 'SD')
    : result('SD', 'target.sd', `${by}: not half gone.`, bySum, 'PR');
}
/**
 * The sum's trace with the nearest of its own threshold and of what would make a single lesion progression, which is
 * none any more where one has progressed. With a target missing only that is left.
 */ function withMargin({ category, trace, sumTo }, { growth, toProgression }, normal) {
  const byLesion = growth.length > 0 ? [] : toProgression;
  if (category === 'NE' && byLesion.length > 0)
    return {
      ...trace,
      threshold: 'no lesion that was read has progressed by itself',
      margin: nearestMargin(byLesion),
    };
  if (trace.threshold === undefined) return trace;
  const bySum = sumTo === null ? [] : [sumTo];
  // Progression of a node begins at 15 mm or farther: the same numerator is the same place.
  const isOne = ({ lesion, numerator }) =>
    byLesion.some(one => one.lesion === lesion && one.numerator === numerator);
  const others = normal.filter(one => !isOne(one));
  return {
    ...trace,
    margin: nearestMargin([...bySum, ...byLesion, ...others]),
  };
}
/** Response by CT with the organs that go with it: spleen, liver, marrow. */ function rateCt(
  facts,
  base,
  past,
  subject
) {
  const { parameters, scale } = subject;
  const { visit, history, newLesions, nonTarget } = facts;
  const given = luganoOf(visit);
  const readable = visit.input.evaluable !== false;
  const read = readable && given.ct !== 'notDone' && given.ct !== 'notEvaluable';
  const marrow = rateMarrow(history, 'Cheson 2014 (Lugano) Table 3, bone marrow');
  const spleen = rateSpleen(history, parameters, scale);
  const sum = rateSum(facts, subject);
  const measured = read
    ? progressedLesions(facts, past, parameters, scale, {
        otherwise: sum.category,
        lastAbnormal: lastAbnormalNode(facts),
      })
    : {
        growth: [],
        toProgression: [],
      };
  const { growth } = measured;
  const target = growth.length > 0 ? 'PD' : sum.category === 'NA' || read ? sum.category : 'NE';
  const liverAtBaseline = luganoOf(base.visit).liver === 'enlarged';
  const organs = spleen.enlargedAtBaseline || liverAtBaseline || marrow.involvedAtBaseline;
  const other = nonTarget.category === 'LARGER' ? 'NON-CR/NON-PD' : nonTarget.category;
  const cell = sizeGrid[target][organs && other === 'NA' ? 'CR' : other];
  const yes = read
    ? [...newLesions.perLesion].filter(([, state]) => state === 'YES').map(([id]) => id)
    : [];
  const [nonTargetPd, spleenPd, marrowPd] = [
    read && nonTarget.category === 'PD',
    read && spleen.state === 'PD',
    readable && marrow.state === 'NEW',
  ];
  const findings = [...spleen.findings, ...marrow.findings];
  if (given.ct === 'notDone' && visit.lesions.size > 0)
    findings.push(
      finding(
        'ct.contradiction',
        'block',
        null,
        'Lesions are listed, but no CT was done; they are not used.',
        ct_source
      )
    );
  const dates = [
    ...growth.map(one => one.scanDate ?? visit.date),
    ...yes.map(id => scanDate(visit, id)),
    ...nonTarget.worse.map(id => scanDate(visit, id)),
    ...((nonTargetPd && nonTarget.worse.length === 0) || spleenPd || marrowPd ? [visit.date] : []),
  ];
  const normal = normalNodeCrossings(facts, scale);
  const trace = [
    withMargin(sum, measured, normal),
    ...growth.map(one => one.trace),
    ...nonTarget.trace,
  ];
  const result = (category, rule, text) => ({
    category,
    target,
    growth,
    newLesions: yes,
    otherPd: nonTargetPd || spleenPd || marrowPd,
    noDiseaseAtBaseline: sum.category === 'NA' && other === 'NA' && !organs,
    dates,
    trace: [
      ...(read ? [...trace, ...newLesions.trace, ...spleen.trace] : []),
      ...marrow.trace,
      {
        rule,
        text,
        numbers: {},
        source: ct_source,
      },
    ],
    findings,
  });
  if (growth.length > 0 || yes.length > 0 || nonTargetPd || spleenPd || marrowPd) {
    const why = [
      ...growth.map(({ id, trace: { rule } }) =>
        rule === 'ct.pd.regrowth' ? `${id} is back` : `${id} grew`
      ),
      ...yes.map(id => `new lesion ${id}`),
      ...(nonTargetPd ? ['disease that is not measured progressed'] : []),
      ...(spleenPd ? ['the spleen grew'] : []),
      ...(marrowPd ? ['the marrow is newly involved'] : []),
    ];
    return result('PD', 'ct.pd', `Progression: ${why.join(', ')}.`);
  }
  if (given.ct === 'notDone' && readable) return result(null, 'ct.notDone', 'No CT.');
  if (!read) return result('NE', 'ct.ne', 'The CT is not evaluable.');
  const named = category => (category === 'NA' ? 'none at baseline' : category);
  const parts = `measured disease: ${named(target)}; disease that is not measured: ${named(nonTarget.category)}`;
  const blocks = [
    ...(['ENLARGED', 'REGRESSED'].includes(spleen.state) ? ['the spleen is enlarged'] : []),
    ...(spleen.state === 'NE' ? ['the spleen was not measured'] : []),
    ...(given.liver === 'enlarged' ? ['the liver is enlarged'] : []),
    ...(liverAtBaseline && !given.liver ? ['the liver was enlarged and is not stated'] : []),
    ...(marrow.state === 'CLEAR' ? [] : ['the marrow is not shown to be normal']),
    ...(newLesions.state === 'NE' && parameters.newLesionNe === 'noCr'
      ? ['new lesions could not be judged']
      : []),
  ];
  const unseen = [
    ...(spleen.enlargedAtBaseline && spleen.state === 'NE'
      ? ['the enlarged spleen was not measured']
      : []),
    ...(liverAtBaseline && !given.liver ? ['the enlarged liver is not stated'] : []),
  ];
  if (target === 'NA' && unseen.length > 0)
    return result('NE', 'ct.ne.organs', `Not evaluable (${parts}): ${unseen.join(', ')}.`);
  const less = target === 'NA' ? 'SD' : 'PR';
  const best = cell === 'CR' && blocks.length > 0 ? less : cell;
  if (best === 'PR' && nonTarget.category === 'LARGER')
    return result('SD', 'ct.sd.larger', `No partial response (${parts}): something is larger.`);
  if (best === 'PR' && spleen.enlargedAtBaseline && spleen.state === 'ENLARGED')
    return result(
      'SD',
      'ct.sd.spleen',
      `No partial response (${parts}): the spleen is not smaller by more than half of its excess.`
    );
  if (best === 'PR' && spleen.enlargedAtBaseline && spleen.state === 'NE')
    return result(
      'NE',
      'ct.ne.spleen',
      `Not decided (${parts}): the enlarged spleen was not measured.`
    );
  if (best !== cell)
    return result(best, 'ct.notComplete', `${best}, not CR (${parts}): ${blocks.join(', ')}.`);
  return result(best, 'ct.grid', `${best} (${parts}).`);
}

// ./platform/criteria/src/lugano2014/lyric.ts

const lyric_source = 'Cheson 2016 (LYRIC)';
const windowDays = 84;
const indeterminate = ['IR1', 'IR2a', 'IR2b', 'IR3'];
/** The first indeterminate response since the last response or progression; null when none is open. */ function lyric_openRun(
  earlier
) {
  let first = null;
  for (const one of earlier) {
    if (indeterminate.includes(one.rated.overall)) first ??= one;
    else if (['CR', 'PR', 'PD'].includes(one.rated.overall)) first = null;
  }
  return first;
}
/** Sum of products of these lesions, targets, parts and new ones; null when one has no size. */ function sumOfSet(
  ids,
  { readings, visit },
  subject
) {
  let sum = 0n;
  for (const id of ids) {
    const lesion = visit.lesions.get(id);
    const size = readings.get(id)?.size ?? (lesion ? sizeOf(lesion, subject.scale) : null);
    if (size === null && lesion?.status !== 'absent') return null;
    sum += size?.ppd ?? 0n;
  }
  return sum;
}
/** SPD a further 10 % and one diameter a further 5 mm (10 mm over 20 mm) since the indeterminate response. */ function grewFurther(
  facts,
  then,
  { scale }
) {
  const [now, was] = [facts.references.current, then.references.current];
  if (!was.complete || !increasedBy(now.known, was.known, 10n)) return false;
  return [...facts.readings.values()].some(({ id, size }) => {
    const before = then.readings.get(id)?.size;
    if (!before) return false;
    const least = scale.of(incrementMm(before.ldi, scale));
    return size.ldi - before.ldi >= least || size.sdi - before.sdi >= least;
  });
}
/** Days from the start of treatment to the visit; null without both dates. */ function daysOnTreatment(
  { visit },
  { input, baseline }
) {
  const dayOf = (date, path) => (date == null ? null : dayNumber(date, path));
  const start =
    dayOf(input.firstDoseDate, '/firstDoseDate') ??
    dayOf(input.startDate, '/startDate') ??
    dayOf(baseline?.date, '/timepoints');
  const now = dayOf(visit.date, '/timepoints');
  return start === null || now === null ? null : now - start;
}
/** LYRIC: an indeterminate response in the place of a progression, or the progression that confirms one. */ function applyLyric(
  overall,
  { facts, ct, pet },
  earlier,
  subject
) {
  const run = lyric_openRun(earlier);
  const { biopsy, clinicalStatus } = luganoOf(facts.visit);
  const { references, states } = facts;
  const { current, nadir } = references;
  const { scale, parameters } = subject;
  const measured = states.length > 0;
  const numbers = measured
    ? {
        spdMm2: current.complete ? scale.toMm2(current.known) : null,
        nadirMm2: scale.toMm2(nadir),
        changeFromNadirPct: current.complete ? percentChange(current.known, nadir) : null,
      }
    : {};
  const findings = [];
  const result = (value, rule, text, more = {}, since = {}) => ({
    overall: value,
    confirms: false,
    trace: [
      {
        rule,
        text,
        numbers: {
          ...numbers,
          ...since,
        },
        source: lyric_source,
      },
    ],
    findings,
    ...more,
  });
  const note = (rule, text) => {
    findings.push(finding(rule, 'block', null, text, lyric_source));
  };
  if (run !== null && biopsy === 'lymphoma')
    return result('PD', 'lyric.pd.biopsy', 'A biopsy proved lymphoma.', {
      confirms: true,
    });
  if (overall !== 'PD' || !parameters.lyric)
    return {
      overall,
      confirms: false,
      trace: [],
      findings,
    };
  if (biopsy === 'lymphoma') return result('PD', 'lyric.pd.biopsy', 'A biopsy proved lymphoma.');
  const growth = ct.growth.map(({ id }) => id);
  const fresh = ct.newLesions;
  const isNew = fresh.length > 0 || pet.newFocus;
  if (ct.otherPd || pet.marrow)
    return result('PD', 'lyric.pd.other', 'Progression of a kind that LYRIC leaves as it is.');
  const burdenUp = measured && increasedBy(current.known, nadir, 50n);
  if (run !== null) {
    const kind = run.rated.overall;
    const confirmed = (rule, text, since) =>
      result(
        'PD',
        rule,
        text,
        {
          confirms: true,
        },
        since
      );
    const days = daysOnTreatment(facts, subject);
    const then = daysOnTreatment(run.facts, subject);
    const ids = run.rated.progressed;
    const stay = since => {
      const text = `Not confirmed: stays ${kind} since ${run.facts.visit.id}.`;
      return result(kind, `lyric.${kind}.open`, text, {}, since);
    };
    const imaged = earlier
      .slice(earlier.indexOf(run) + 1)
      .some(({ rated }) => rated.overall !== 'NE');
    if (!imaged && days !== null && then !== null && days - then > windowDays)
      findings.push(
        finding(
          'lyric.late',
          'warning',
          null,
          `Imaged ${days - then} days after the indeterminate response, which asks for ${windowDays} at most.`,
          lyric_source
        )
      );
    if (kind === 'IR1') {
      const thenMm2 = scale.toMm2(run.facts.references.current.known);
      const text =
        'SPD at least 10 % and a diameter at least 5 mm (10 mm where it was over 20 mm) up since IR1.';
      return grewFurther(facts, run.facts, subject)
        ? confirmed('lyric.pd.IR1', text, {
            thenMm2,
          })
        : stay({
            thenMm2,
          });
    }
    if (kind === 'IR3')
      return growth.length > 0 || isNew
        ? confirmed('lyric.pd.IR3', 'Progression by size or number after IR3.')
        : stay();
    if (burdenUp)
      return confirmed('lyric.pd.IR2', 'SPD of all targets at least 50 % over the nadir.');
    const [now, was] = [sumOfSet(ids, facts, subject), sumOfSet(ids, run.facts, subject)];
    if (now === null || was === null || ids.length === 0) {
      note(
        'lyric.setNotMeasured',
        'The new or growing lesions are not all measured: growth since the indeterminate response cannot be told.'
      );
      return stay();
    }
    const since = {
      setMm2: scale.toMm2(now),
      setThenMm2: scale.toMm2(was),
    };
    const text = 'SPD of the new and growing lesions at least 50 % up since IR2.';
    return increasedBy(now, was, 50n) ? confirmed('lyric.pd.IR2', text, since) : stay(since);
  }
  if (growth.length === 0 && !isNew)
    return result('IR3', 'lyric.IR3', 'Higher uptake without growth or new lesions.');
  if (burdenUp) {
    const days = daysOnTreatment(facts, subject);
    if (days === null || days > windowDays)
      return result(
        'PD',
        'lyric.pd.late',
        `SPD at least 50 % over the nadir, ${days ?? 'an unknown number of'} days after the start: IR1 needs at most ${windowDays}.`
      );
    if (clinicalStatus == null) {
      const text = `SPD at least 50 % over the nadir on day ${days}, but the clinical course is not stated: IR1 cannot be told from PD, PD stands.`;
      note('lyric.clinicalStatusMissing', text);
      return result('PD', 'lyric.pd.clinicalStatusMissing', text);
    }
    return clinicalStatus === 'worse'
      ? result('PD', 'lyric.pd.decline', 'SPD at least 50 % over the nadir with clinical decline.')
      : result(
          'IR1',
          'lyric.IR1',
          `SPD at least 50 % over the nadir on day ${days} of at most ${windowDays}, clinically ${clinicalStatus}.`
        );
  }
  if (measured && !current.complete) {
    const text =
      'Not every target was read: an overall increase of 50 % cannot be ruled out, PD stands.';
    note('lyric.burdenNotEvaluable', text);
    return result('PD', 'lyric.pd.burdenNotEvaluable', text);
  }
  const steady = measured
    ? 'while the SPD of all targets is less than 50 % up'
    : 'without a target whose SPD could rise';
  return isNew
    ? result('IR2a', 'lyric.IR2a', `New disease ${steady}.`)
    : result('IR2b', 'lyric.IR2b', `${growth.join(', ')} grew ${steady}.`);
}
/** Confirmed progression is dated to the first indeterminate response of its run. */ function lyricRevisions(
  evaluated
) {
  const revisions = new Map();
  evaluated.forEach(({ rated, output }, index) => {
    const first = rated.confirmsIndeterminate ? lyric_openRun(evaluated.slice(0, index)) : null;
    if (first === null) return;
    revisions.set(first.output.id, {
      revised: {
        value: 'PD',
        byTimepoint: output.id,
        rule: 'lyric.confirmed',
      },
      date: earliest(first.rated.pdDates),
    });
  });
  return revisions;
}

// ./platform/criteria/src/lugano2014/parameters.ts

/** The first value of each choice is the default. Texts: oncology-criteria section 6. */ const lugano2014_parameters_ParametersSchema =
  Type.Object(
    {
      ...lymphomaParameters,
      incrementBySizeAt: oneOf(
        ['nadir', 'current'],
        'Which size decides whether a diameter must grow by 5 mm or by 10: that of the nadir or the current one.'
      ),
      diamNadir: oneOf(
        ['atPpdNadir', 'ownMin'],
        "Smallest diameters: those of the visit with the smallest product, or each diameter's own."
      ),
      pdMinLdiExtranodalMm: Type.Number({
        minimum: 0,
        default: 15,
        description: 'Longest diameter in mm that growth of an extranodal lesion must exceed.',
      }),
      spleenReference: oneOf(
        ['baseline', 'nadir'],
        'What growth of an enlarged spleen is measured against.'
      ),
      spleenRecurrentMm: Type.Number({
        minimum: 0,
        default: 20,
        description:
          'Least growth in mm over the smallest length of a spleen that is enlarged again.',
      }),
      deauvilleNegativeMax: Type.Integer({
        minimum: 1,
        maximum: 3,
        default: 3,
        description: 'Largest score of the five-point scale that is a complete metabolic response.',
      }),
      petReference: oneOf(['baseline', 'nadir'], 'Scan that the change of uptake is read against.'),
      petCtConflict: oneOf(
        ['petWins', 'worst'],
        'PET and CT of one visit that disagree: PET decides, or the worse of the two.'
      ),
      petNeCarry: oneOf(
        ['last', 'ct'],
        'A PET that was not evaluable: as the last evaluable one, or CT alone.'
      ),
      lyric: flag(
        false,
        'Indeterminate responses of LYRIC (Cheson 2016) in the place of some progressions.'
      ),
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/lugano2014/pet.ts

const pet_source = 'Cheson 2014 (Lugano) Table 3, PET-CT; Barrington 2014 (five-point scale)';
const byChange = {
  REDUCED: 'PMR',
  UNCHANGED: 'NMR',
  INCREASED: 'PMD',
};
/** Metabolic response of one visit by the five-point scale and what uptake did. */ function ratePet(
  visit,
  { deauvilleNegativeMax, petReference }
) {
  const { pet, petDate, deauville, uptakeChange, petNewFocus, petMarrow } = luganoOf(visit);
  const score = typeof deauville === 'number' ? deauville : null;
  const found = [];
  const note = (rule, severity, text) => {
    found.push(finding(rule, severity, null, text, pet_source));
  };
  const [newFocus, marrow] = [petNewFocus === true, petMarrow === 'new'];
  /** What the score decides. */ const byScore = {
    threshold: `score up to ${deauvilleNegativeMax}: complete metabolic response`,
  };
  const result = (category, rule, text, decided = {}) => ({
    category,
    newFocus: category === 'PMD' && newFocus,
    marrow: category === 'PMD' && marrow,
    date: category === null ? null : (petDate ?? visit.date),
    trace: [
      {
        rule,
        text,
        numbers: {
          deauville: score,
        },
        ...decided,
        source: pet_source,
      },
    ],
    findings: found,
  });
  const silent = deauville == null && !newFocus && !petMarrow && !uptakeChange;
  const stated = pet === 'notEvaluable' ? 'not evaluable' : 'not done';
  if ((pet === 'notEvaluable' || pet === 'notDone') && !silent)
    note('pet.contradiction', 'block', `A PET is scored, but stated as ${stated}: not used.`);
  if (pet === 'notEvaluable' || visit.input.evaluable === false)
    return result('NE', 'pet.ne', 'The PET is not evaluable.');
  if (pet === 'notDone' || (silent && pet !== 'done'))
    return result(null, 'pet.notDone', 'No PET.');
  if (score !== null && score <= deauvilleNegativeMax && uptakeChange === 'INCREASED')
    note(
      'pet.increaseAtLowScore',
      'warning',
      `Score ${score}, uptake increased: the score decides.`
    );
  if (newFocus) {
    if (score !== null && score < 4)
      note('pet.newFocusAtLowScore', 'warning', `A new focus due to lymphoma, but score ${score}.`);
    return result('PMD', 'pet.pmd.newFocus', 'A new FDG-avid focus due to lymphoma.');
  }
  if (marrow)
    return result('PMD', 'pet.pmd.marrow', 'A new or recurrent FDG-avid focus in the marrow.');
  if (score === null) {
    const text =
      deauville === 'X'
        ? 'X says that new uptake is unlikely to be lymphoma; the score of the known sites is missing.'
        : 'The PET has no score.';
    note('pet.scoreMissing', 'block', text);
    return result('NE', 'pet.ne', text);
  }
  if (score <= deauvilleNegativeMax) {
    if (petMarrow === 'reduced')
      return result(
        'PMR',
        'pet.pmr.marrow',
        `Score ${score}; less uptake in the marrow than before.`
      );
    if (petMarrow === 'unchanged')
      return result('NMR', 'pet.nmr.marrow', `Score ${score}; uptake in the marrow as before.`);
    return result(
      'CMR',
      'pet.cmr',
      `Score ${score} at all sites; a residual mass is allowed.`,
      byScore
    );
  }
  if (!uptakeChange) {
    const text = `Score ${score} without saying whether uptake fell, stayed or rose.`;
    note('pet.uptakeChangeMissing', 'block', text);
    return result('NE', 'pet.ne', text);
  }
  const category = byChange[uptakeChange];
  const than = petReference === 'baseline' ? 'the baseline' : 'the scan with the least uptake';
  const text = `Score ${score}, uptake ${uptakeChange.toLowerCase()} against ${than}.`;
  return result(category, `pet.${category.toLowerCase()}`, text, byScore);
}

// ./platform/criteria/src/lugano2014/vocabulary.ts

const vocabulary_indeterminate = ['IR1', 'IR2a', 'IR2b', 'IR3'];
/** LYRIC's indeterminate responses rank between stable disease and progression: neither of them is shown. */ const luganoVocabulary =
  {
    ...recistVocabulary,
    id: 'lugano',
    rank: ['CR', 'PR', 'SD', 'NED', ...vocabulary_indeterminate, 'PD', 'NE', 'ND', 'MISSING'],
    worstFirst: ['PD', ...vocabulary_indeterminate, 'SD', 'PR', 'CR', 'NED', 'NE', 'ND', 'MISSING'],
  };

// ./platform/criteria/src/lugano2014/lugano2014.ts

const lugano2014_id = 'lugano-2014';
const lugano2014_source = 'Cheson 2014 (Lugano) Table 3';
const lugano2014_rules = {
  id: lugano2014_id,
  source: lugano2014_source,
  vocabulary: luganoVocabulary,
  responses: ['ct', 'pet'],
  isNormal: ({ ldi }, scale) => ldi <= scale.of(15),
  newLesionLimits: {
    nodeMm: 15,
    extranodalMm: 10,
    smallIfUnequivocal: true,
    threshold:
      'a node over 15 mm or anything else over 10 mm in any axis; anything but a node also smaller if unequivocal',
    source: lugano2014_source,
  },
  numbers: timepoint => {
    const { spleenLengthMm } = timepoint;
    return spleenLengthMm == null ? [] : [spleenLengthMm];
  },
  entry: {
    source: lugano2014_source,
    expectsLesions: visit => !['notDone', 'notEvaluable'].includes(luganoOf(visit).ct ?? 'done'),
    tooSmall: ({ longestDiameterMm }, node) => {
      const least = node ? 15 : 10;
      return longestDiameterMm == null || longestDiameterMm > least
        ? null
        : `${longestDiameterMm} mm is not over ${least} mm longest diameter; record it as non-target.`;
    },
  },
  measure: ({ tstmDefaultMm }) => lymphomaProducts(tstmDefaultMm, lugano2014_rules.isNormal),
  rate: (facts, base, earlier, subject) => {
    const { parameters } = subject;
    const past = [base, ...earlier.map(one => one.facts)];
    const ct = rateCt(facts, base, past, subject);
    const pet = ratePet(facts.visit, parameters);
    const before = luganoOf(base.visit);
    const avid =
      (typeof before.deauville === 'number' &&
        before.deauville > parameters.deauvilleNegativeMax) ||
      Boolean(before.petMarrow && before.petMarrow !== 'none');
    const free = ct.noDiseaseAtBaseline && !avid && pet.category !== 'PMD';
    const priorPet =
      earlier.map(one => one.rated.metabolic).findLast(code => code !== null) ?? null;
    const parts = {
      pet: free ? 'NED' : pet.category,
      ct: ct.category,
      priorPet,
    };
    const combined = combine_overallOf(parts, parameters);
    const findings = [...ct.findings, ...pet.findings];
    if (ct.category === 'PD' && combined !== 'PD')
      findings.push(
        finding(
          'overall.petCtConflict',
          'warning',
          null,
          `CT shows progression, PET decides: ${combined} (petCtConflict).`,
          lugano2014_source
        )
      );
    const lyric = applyLyric(
      combined,
      {
        facts,
        ct,
        pet,
      },
      earlier,
      subject
    );
    const carries = parameters.petNeCarry === 'last' && pet.category === 'NE' && priorPet !== null;
    const carried = carries ? `, last PET ${priorPet}` : '';
    return {
      target: ct.target === 'NA' ? null : ct.target,
      components: {
        ct: ct.category,
        pet: pet.category,
      },
      overall: lyric.overall,
      metabolic: metabolicResponses.find(code => code === pet.category) ?? null,
      progressed: [...ct.growth.map(one => one.id), ...ct.newLesions],
      confirmsIndeterminate: lyric.confirms,
      trace: [
        ...ct.trace,
        ...pet.trace,
        {
          rule: 'overall.petCt',
          text: `PET ${pet.category ?? 'not done'}${carried}, CT ${ct.category ?? 'not done'}${free ? ', no disease at baseline' : ''}: ${combined}.`,
          numbers: {},
          source: lugano2014_source,
        },
        ...lyric.trace,
      ],
      findings: [...findings, ...lyric.findings],
      pdDates: [...ct.dates, ...(pet.category === 'PMD' ? [pet.date] : [])],
      otherDate: pet.date,
    };
  },
  revise: evaluated => lyricRevisions(evaluated),
};
const lugano2014 = {
  id: lugano2014_id,
  name: 'Lugano 2014',
  source:
    'Cheson BD et al. J Clin Oncol 2014;32:3059-3068; Barrington SF et al. J Clin Oncol 2014;32:3048-3058; LYRIC: Cheson BD et al. Blood 2016;128:2489-2496',
  parameters: Type.Partial(lugano2014_parameters_ParametersSchema),
  inputs: {
    timepoint: LuganoTimepointSchema,
    lesion: LuganoLesionSchema,
  },
  components: lugano2014_combine_ComponentsSchema,
  tables: luganoTables,
  readerResponses: ['CR', 'PR', 'SD', 'NED', 'PD', 'NE'],
  assess: input => {
    input.timepoints.forEach((timepoint, index) => {
      const { petDate } = timepoint;
      if (petDate) dayNumber(petDate, `/timepoints/${index}/petDate`);
    });
    return assessLymphoma(
      input,
      parametersOf(lugano2014_id, lugano2014_parameters_ParametersSchema, input.parameters),
      lugano2014_rules
    );
  },
  combine: combineLugano,
};

// ./platform/criteria/src/neuro/inputs.ts

/** Optional and nullable, described as its value is. */ const inputs_Optional = schema =>
  Type.Optional(
    Type.Union(
      [schema, Type.Null()],
      schema.description === undefined
        ? {}
        : {
            description: schema.description,
          }
    )
  );
const inputs_choice = (values, description) =>
  Type.Unsafe(
    Type.Union(
      values.map(value => Type.Literal(value)),
      {
        description,
      }
    )
  );
const steroidDoses = ['NONE', 'LOWER', 'SAME', 'HIGHER'];
const clinicalStatuses = ['BETTER', 'SAME', 'WORSE'];
const t2FlairStates = ['STABLE_OR_BETTER', 'SIGNIFICANT_INCREASE'];
/** What every brain tumour criterion takes at a timepoint. */ const ClinicalSchema = Type.Object({
  steroids: inputs_Optional(
    inputs_choice(
      steroidDoses,
      'corticosteroid dose against the dose at the baseline scan (NONE: none, or physiologic replacement only)'
    )
  ),
  clinicalStatus: inputs_Optional(
    inputs_choice(
      clinicalStatuses,
      'neurologic status against baseline (WORSE: a decline due to tumour, not to anything else)'
    )
  ),
});
/** T2/FLAIR of non-enhancing disease, read against the baseline or the best response. */ const T2FlairSchema =
  Type.Object({
    t2Flair: inputs_Optional(
      inputs_choice(
        t2FlairStates,
        'non-enhancing T2/FLAIR disease (SIGNIFICANT_INCREASE: not explained by radiation, seizure, ischaemia, infection or surgery)'
      )
    ),
  });
/** What tells progression from the effect of radiotherapy at a timepoint. */ const TreatmentEffectSchema =
  Type.Object({
    daysSinceRadiotherapy: inputs_Optional(
      Type.Integer({
        minimum: 0,
        description:
          'days since the end of radiotherapy; counted from radiotherapyEndDate when not given',
      })
    ),
    histology: inputs_Optional(
      inputs_choice(
        ['TUMOUR', 'NO_TUMOUR'],
        'tissue of the changed region: viable tumour, or treatment effect alone'
      )
    ),
  });
const HighDoseFieldSchema = Type.Object({
  inHighDoseField: inputs_Optional(
    Type.Boolean({
      description:
        'most of the new enhancement lies within the 80 % isodose line (false: mainly outside)',
    })
  ),
});
const TreatmentSchema = Type.Object({
  setting: inputs_Optional(
    inputs_choice(
      ['newDiagnosis', 'recurrent'],
      'newDiagnosis: first treatment, with radiotherapy; recurrent: anything later (as when not given)'
    )
  ),
  radiotherapyEndDate: inputs_Optional(
    Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'last day of radiotherapy, YYYY-MM-DD',
    })
  ),
});
const VolumetricLesionSchema = Type.Object({
  volumeMl: inputs_Optional(
    Type.Number({
      minimum: 0,
      description: 'volume of the lesion, millilitres',
    })
  ),
  compartment: inputs_Optional(
    inputs_choice(
      ['CE', 'NONCE'],
      'contrast-enhancing or non-enhancing disease; only where the tumour is MIXED'
    )
  ),
});

// ./platform/criteria/src/neuro/overall.ts
const causeTexts = {
  newLesion: 'a new lesion',
  nonTarget: 'clear progression of non-target disease',
  t2Flair: 'a significant increase of T2/FLAIR disease',
  clinical: 'clinical decline due to tumour',
  size: 'growth of the measured lesions',
};
const contextTexts = {
  steroids: 'steroid dose',
  clinicalStatus: 'clinical status',
  t2Flair: 'T2/FLAIR disease',
};
/** What a criterion asks of a visit and was not given. */ function missingContext(
  { steroids, clinicalStatus, t2Flair },
  { usesT2Flair }
) {
  return [
    ...(steroids === null ? ['steroids'] : []),
    ...(clinicalStatus === null ? ['clinicalStatus'] : []),
    ...(usesT2Flair && t2Flair === null ? ['t2Flair'] : []),
  ];
}
function causesOf(parts, { usesT2Flair }) {
  const causes = [];
  if (parts.newLesions === 'YES') causes.push('newLesion');
  if (parts.nonTarget === 'PD') causes.push('nonTarget');
  if (usesT2Flair && parts.t2Flair === 'SIGNIFICANT_INCREASE') causes.push('t2Flair');
  if (parts.clinicalStatus === 'WORSE') causes.push('clinical');
  if (parts.target === 'PD') causes.push('size');
  return causes;
}
/** Overall response of one visit by a criterion's tables; progression first, then size, then steroids. */ function rateNeuroOverall(
  parts,
  tables,
  parameters
) {
  const { target, nonTarget, newLesions, steroids } = parts;
  const result = (value, rule, text, more = {}) => ({
    value,
    rule,
    text,
    causes: [],
    undeterminedBySteroids: false,
    ...more,
  });
  const causes = causesOf(parts, tables);
  const [first] = causes;
  if (first === 'size' && parts.taper && parameters.sizePdOnTaper === 'ne') {
    const text =
      'The measured lesions grew while the steroid dose was lower than at baseline: undetermined (sizePdOnTaper).';
    return result('NE', 'overall.ne.taper', text);
  }
  if (first) {
    const names = causes.map(cause => causeTexts[cause]).join(', ');
    return result('PD', `overall.pd.${first}`, `Progression: ${names}.`, {
      causes,
    });
  }
  const said = `size ${target}, non-target disease ${nonTarget}, new lesions ${newLesions}, steroids ${steroids ?? 'not given'}`;
  const bySize = tables.size[target][nonTarget];
  if (bySize === 'NE' || bySize === 'PD' || bySize === 'NED')
    return result(bySize, `overall.${bySize.toLowerCase()}`, `${said}: ${bySize}.`);
  if (nonTarget === 'NE' && parameters.nonTargetNe === 'ne')
    return result('NE', 'overall.ne.nonTarget', `Non-target disease was not assessed: ${said}.`);
  const missing = missingContext(parts, tables);
  if (missing.length > 0 && parameters.missingContext === 'ne') {
    const text = `Not given: ${missing.map(name => contextTexts[name]).join(', ')}; the visit can't be rated without (missingContext).`;
    return result('NE', 'overall.ne.context', text);
  }
  if (steroids === 'HIGHER' && tables.steroids[bySize].HIGHER === 'NE') {
    const text = `Steroids are higher than at baseline without progression: undetermined (STEROID); ${said}.`;
    return result('NE', 'overall.ne.steroid', text, {
      undeterminedBySteroids: true,
    });
  }
  if (bySize === 'CR' && newLesions === 'NE' && parameters.newLesionNe === 'noCr') {
    const value = steroids === null ? 'PR' : tables.steroids.PR[steroids];
    const text = `New lesions could not be judged, which forbids CR: ${said}.`;
    return result(value, 'overall.newLesionNe', text);
  }
  if (steroids === null) {
    if (bySize !== 'CR')
      return result(bySize, `overall.${bySize.toLowerCase()}`, `${said}: ${bySize}.`);
    const text = `A complete response needs a patient off steroids, and the dose was not given: ${said}.`;
    return result('PR', 'overall.steroidsNotGiven', text);
  }
  const value = tables.steroids[bySize][steroids];
  const rule = value === bySize ? `overall.${value.toLowerCase()}` : 'overall.steroids';
  return result(value, rule, `${said}: ${value}.`);
}

// ./platform/criteria/src/neuro/combineNeuro.ts

const combineNeuro_Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const neuroComponents = {
  target: combineNeuro_Code,
  nonTarget: combineNeuro_Code,
  newLesions: Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Null()])),
  clinicalStatus: combineNeuro_Code,
  steroids: combineNeuro_Code,
};
const combineNeuro_nonTargets = ['CR', 'NON-CR/NON-PD', 'PD', 'NE'];
/**
 * A criterion's published table alone. A null component is one that the subject has none of (no steroids, nothing to
 * report). Throws CL_RESPONSE_UNKNOWN on a code the table does not have.
 */ function combineByTables(components, criterion, tables, sizes) {
  const given = components;
  const read = (name, value, known) => {
    const code = combineByGrid_pick(value, known, `/components/${name}`, criterion);
    return code === 'NA' ? null : code;
  };
  const { newLesions } = given;
  const written = typeof newLesions === 'boolean' ? (newLesions ? 'YES' : 'NO') : newLesions;
  const states = ['NO', 'YES', 'EQUIVOCAL', 'NE'];
  const nonTarget = given.nonTarget === 'NN' ? 'NON-CR/NON-PD' : given.nonTarget;
  return rateNeuroOverall(
    {
      target: read('target', given.target, sizes) ?? 'NA',
      nonTarget: read('nonTarget', nonTarget, combineNeuro_nonTargets) ?? 'NA',
      newLesions: read('newLesions', written, states) ?? 'NO',
      clinicalStatus: read('clinicalStatus', given.clinicalStatus, clinicalStatuses),
      t2Flair: read('t2Flair', given.t2Flair, t2FlairStates),
      steroids: read('steroids', given.steroids, steroidDoses) ?? 'NONE',
      taper: false,
    },
    tables,
    {
      newLesionNe: 'noCr',
      sizePdOnTaper: 'pd',
      missingContext: 'rate',
    }
  ).value;
}
/** Size and non-measurable disease by steroid dose, then one table in which one thing is bad each. */ function neuroTables(
  source,
  sizes,
  bad
) {
  const target = {
    component: 'target',
    label: 'Size',
    values: sizes.map(size => (size === 'NA' ? null : size)),
  };
  const nonTarget = {
    component: 'nonTarget',
    label: 'Non-measurable',
    values: [...combineNeuro_nonTargets, null],
  };
  const good = {
    newLesions: false,
    clinicalStatus: 'SAME',
  };
  const steroids = {
    component: 'steroids',
    label: 'Steroids',
    values: steroidDoses,
  };
  return [
    ...steroidDoses.map(dose => ({
      title: `Nothing bad, steroids ${dose}`,
      source,
      axes: [target, nonTarget],
      fixed: {
        ...good,
        steroids: dose,
      },
    })),
    ...bad.map(one => ({
      title: `With ${Object.entries(one)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join(', ')}`,
      source,
      axes: [target, steroids],
      fixed: {
        ...good,
        nonTarget: null,
        ...one,
      },
    })),
  ];
}

// ./platform/criteria/src/neuro/confirmation.ts

const confirmation_levels = ['CR', 'PR', 'MR'];
/**
 * Whether a response is held: an earlier visit at least `confirmationDays` before had it or a better one, and between
 * the two nothing else but at most `maxInterveningNE` visits that were NE. True for anything but a response.
 */ function isHeld(current, earlier, { confirmationDays, maxInterveningNE }) {
  const level = confirmation_levels.indexOf(current.overall);
  if (level < 0) return true;
  let gaps = 0;
  for (const { date, overall } of [...earlier].reverse()) {
    if (overall === 'NE') {
      gaps += 1;
      if (gaps > maxInterveningNE) return false;
      continue;
    }
    const at = confirmation_levels.indexOf(overall);
    if (at < 0 || at > level) return false;
    const days = daysBetween(date, current.date);
    if (days !== null && days >= confirmationDays) return true;
  }
  return false;
}

// ./platform/criteria/src/neuro/context.ts

/** Throws on a date of the subject or the parameters that does not exist. */ function checkNeuroDates(
  input,
  parameters
) {
  checkDates(input, parameters);
  const { radiotherapyEndDate } = input;
  if (radiotherapyEndDate) dayNumber(radiotherapyEndDate, '/radiotherapyEndDate');
}
function contextOf(visit, baseline, input) {
  const given = visit.input;
  const atBaseline = baseline.input;
  const { setting, radiotherapyEndDate } = input;
  const steroids = given.steroids ?? null;
  const counted = daysBetween(radiotherapyEndDate ?? baseline.date, visit.date);
  const days = given.daysSinceRadiotherapy ?? counted;
  const wasOn = atBaseline.steroids != null && atBaseline.steroids !== 'NONE';
  return {
    steroids,
    clinicalStatus: given.clinicalStatus ?? null,
    t2Flair: given.t2Flair ?? null,
    taper: steroids === 'LOWER' || (steroids === 'NONE' && wasOn),
    histology: given.histology ?? null,
    inHighDoseField: given.inHighDoseField ?? null,
    daysSinceRadiotherapy: setting === 'newDiagnosis' ? days : null,
    countedFromBaseline:
      setting === 'newDiagnosis' &&
      given.daysSinceRadiotherapy == null &&
      radiotherapyEndDate == null,
  };
}

// ./platform/criteria/src/neuro/measures.ts

/** Products of two perpendicular diameters, mm². */ function measures_areas(tstmDefaultMm) {
  return {
    ...products(tstmDefaultMm),
    one: scale => scale.one * scale.one,
    suffix: 'Mm2',
    sizeOf: ({ longestDiameterMm }) => longestDiameterMm ?? null,
    written: 'mm²',
    missing: ({ longestDiameterMm }) =>
      longestDiameterMm == null
        ? {
            rule: 'measurement.missing',
            what: 'neither a measurement nor a state',
          }
        : {
            rule: 'measurement.perpendicularMissing',
            what: 'a longest diameter only; the perpendicular diameter is missing',
          },
  };
}
/** Volumes, ml. A lesion too small to measure counts `tstmDefaultMl`. */ function volumes(
  tstmDefaultMl
) {
  const volumeOf = lesion => lesion.volumeMl ?? null;
  return {
    unit: 'ml',
    recorded: lesion => [
      volumeOf(lesion),
      lesion.longestDiameterMm,
      lesion.perpendicularDiameterMm,
    ],
    value: (lesion, _node, scale) => {
      const volume = volumeOf(lesion);
      return volume === null ? null : scale.of(volume);
    },
    tooSmall: (_node, scale) => scale.of(tstmDefaultMl),
    // Too small to measure is there, whatever it counts.
    isDisease: () => true,
    toOutput: (value, scale) => scale.toMm(value),
    one: scale => scale.one,
    suffix: 'Ml',
    sizeOf: lesion => volumeOf(lesion) ?? lesion.longestDiameterMm ?? null,
    written: 'ml',
    missing: () => ({
      rule: 'measurement.volumeMissing',
      what: 'neither a volume nor a state; burden is volume',
    }),
  };
}

// ./platform/criteria/src/neuro/findings.ts

const neuro_findings_hasState = lesion =>
  lesion.evaluable === false ||
  lesion.tooSmallToMeasure === true ||
  lesion.status === 'absent' ||
  Boolean(lesion.mergedInto);
function valueFindings(lesion, isParent, { measure, scale, limits }) {
  const { id, status, tooSmallToMeasure } = lesion;
  const found = [];
  const diameters = findings_diametersOf(lesion);
  if (diameters && diameters.across > diameters.longest) {
    const { longest, across } = diameters;
    const text = `${id}: the perpendicular diameter (${across} mm) is longer than the longest (${longest} mm).`;
    found.push(finding('measurement.perpendicularLonger', 'warning', id, text, limits.source));
  }
  const value = measure.value(lesion, false, scale);
  if (value === null) {
    if (neuro_findings_hasState(lesion) || isParent) return found;
    const { rule, what } = measure.missing(lesion);
    return [
      ...found,
      finding(rule, 'block', id, `${id} has ${what}; not evaluable.`, limits.source),
    ];
  }
  if (!status) return found;
  const agrees = value > 0n ? status !== 'absent' : status === 'absent' || tooSmallToMeasure;
  if (agrees) return found;
  const text = `${id}: its size and status "${status}" contradict each other; the lesion counts as not evaluable.`;
  return [...found, finding('measurement.contradiction', 'block', id, text, limits.source)];
}
/** Both diameters, mm; null when one is not given. */ function findings_diametersOf({
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
}) {
  return longest == null || across == null
    ? null
    : {
        longest,
        across,
      };
}
/** The smaller of both diameters, which decides whether a lesion is measurable; null when one is not given. */ function smallerDiameter(
  lesion,
  scale
) {
  const diameters = findings_diametersOf(lesion);
  return diameters && scale.of(Math.min(diameters.longest, diameters.across));
}
function measurableFindings(lesion, { measure, scale, limits }) {
  const { source, measurableFromMm } = limits;
  const { id } = lesion;
  const isGone = measure.value(lesion, false, scale) === 0n && !lesion.tooSmallToMeasure;
  if (lesion.status === 'absent' || isGone)
    return [
      finding(
        'baseline.target.absent',
        'block',
        id,
        `${id} is measured but absent at baseline.`,
        source
      ),
    ];
  if (lesion.evaluable === false) {
    const text = `${id} is not evaluable at baseline: no sum, every visit is NE.`;
    return [finding('baseline.target.notEvaluable', 'block', id, text, source)];
  }
  if (measurableFromMm === null || lesion.mergedInto) return [];
  if (lesion.tooSmallToMeasure) {
    const text = `${id} is too small to measure: not measurable disease.`;
    return [finding('baseline.target.tooSmall', 'block', id, text, source)];
  }
  const diameters = findings_diametersOf(lesion);
  if (!diameters) return [];
  const { longest, across } = diameters;
  const base = scale.of(measurableFromMm);
  const slice = lesion.sliceThicknessMm ?? 0;
  const double = 2n * scale.of(slice);
  const thick = double > base;
  if (scale.of(Math.min(longest, across)) >= (thick ? double : base)) return [];
  const size = `${longest} x ${across} mm`;
  const limit = thick
    ? `twice the slice thickness of ${slice} mm`
    : `${measurableFromMm} x ${measurableFromMm} mm`;
  const rule = thick ? 'baseline.sliceThickness' : 'baseline.target.tooSmall';
  return [finding(rule, 'block', id, `${id}: ${size} is below ${limit}; non-measurable.`, source)];
}
/** What a criterion objects to at baseline; `compartmentOf` groups measured lesions for their largest number. */ function neuroBaselineFindings(
  visit,
  subject,
  compartmentOf
) {
  const { limits, targets } = subject;
  const found = [];
  for (const kind of ['CE', 'NONCE', null]) {
    const those = targets.filter(({ id }) => compartmentOf(id) === kind);
    const most = limits.most(kind);
    const beyond = those[most];
    if (!beyond) continue;
    const text = `${those.length} measured lesions${kind === null ? '' : ` (${kind})`}; at most ${most}.`;
    found.push(finding('baseline.targets.tooMany', 'block', beyond.id, text, limits.source));
  }
  const measured = new Set(targets.map(({ id }) => id));
  for (const lesion of visit.lesions.list)
    if (measured.has(lesion.id)) found.push(...measurableFindings(lesion, subject));
  for (const { id, role, status } of visit.lesions.values()) {
    const say = (rule, text) => {
      found.push(finding(rule, 'block', id, text, limits.source));
    };
    if (role === 'new')
      say('baseline.newLesion', `${id} is a new lesion at baseline; it is not used.`);
    if (role === 'non-target' && status === 'absent')
      say('baseline.nonTarget.absent', `${id} is a non-target lesion but absent at baseline.`);
  }
  const { noDisease } = visit.input;
  if (visit.lesions.size === 0 && noDisease !== true) {
    const text = 'No lesion at baseline, and "no disease" is not stated.';
    found.push(finding('baseline.noLesions', 'warning', null, text, limits.source));
  }
  if (visit.lesions.size > 0 && noDisease === true) {
    const text = '"No disease" is stated, but lesions are listed.';
    found.push(finding('baseline.noDiseaseContradicted', 'block', null, text, limits.source));
  }
  return found;
}
/** Findings of any timepoint about the lesions entered. `history` is baseline to this visit. */ function neuroEntryFindings(
  visit,
  history,
  subject
) {
  const { targets, nonTargets, baseline, limits } = subject;
  const lookup = splitEntries(history);
  const lesions = visit.lesions.list;
  const followed = [...targets, ...nonTargets];
  const isTreated = one => treatedBefore(one, history, visit.date);
  const found = [];
  const block = (rule, id, text) => {
    found.push(finding(rule, 'block', id, text, limits.source));
  };
  for (const lesion of lesions) {
    const { id, role, splitFrom } = lesion;
    const original = baseline?.lesions.get(id);
    if (visit === baseline || !original) found.push(...placeFindings(lesion));
    found.push(...linkFindings(lesion, visit, lookup, limits.source));
    const isParent = visit.lesions.parts.some(part => part.splitFrom === id);
    const root = splitFrom ? splitRoot(lesion, lookup) : id;
    if (targets.some(target => target.id === root && !isTreated(target)))
      found.push(...valueFindings(lesion, isParent, subject));
    const isFollowed = followed.some(one => one.id === id);
    if (role !== 'new' && !isFollowed && !splitFrom)
      block(
        'lesion.notAtBaseline',
        id,
        `${id} is a ${role} lesion but not in the baseline; it is not used.`
      );
    if (original && isFollowed && original.role !== role)
      block(
        'lesion.roleChanged',
        id,
        `${id} was a ${original.role} lesion at baseline and stays one.`
      );
    const size =
      role === 'new'
        ? (lesion.longestDiameterMm ?? lesion.shortAxisMm)
        : subject.measure.sizeOf(lesion);
    if (
      role !== 'target' &&
      !lesion.status &&
      !neuro_findings_hasState(lesion) &&
      !isParent &&
      size == null
    )
      block(
        role === 'new' ? 'newLesion.stateMissing' : 'nonTarget.stateMissing',
        id,
        `${id} has no state; it counts as not evaluable.`
      );
  }
  if (visit.input.evaluable !== false)
    found.push(
      ...missingRows(
        followed.filter(one => !isTreated(one)),
        visit,
        lookup,
        limits.source
      )
    );
  return found;
}
const asked = {
  steroids: 'The steroid dose against baseline',
  clinicalStatus: 'The clinical status',
  t2Flair: 'T2/FLAIR disease',
};
/** What was not told of the patient at a visit after the baseline. */ function contextFindings(
  context,
  tables
) {
  const found = missingContext(context, tables).map(name =>
    finding(
      `context.${name}Missing`,
      'warning',
      null,
      `${asked[name]} is not given: what depends on it is not decided.`,
      tables.source
    )
  );
  if (!context.countedFromBaseline) return found;
  const text =
    'New diagnosis without the end of radiotherapy: days are counted from the baseline, which is after it.';
  return [
    ...found,
    finding('context.radiotherapyDateMissing', 'warning', null, text, tables.source),
  ];
}

// ./platform/criteria/src/neuro/visitParts.ts

/** States of these lesions at the last visit of `history`. */ function statesOf(
  followed,
  history,
  { measure, scale, parameters }
) {
  const rules = {
    measure,
    scale,
    localTreatment: parameters.localTreatment,
  };
  return followed.map(one => targetState(one, history, rules));
}
/** Non-measurable disease among these lesions at a visit. */ function visitParts_nonTargetOf(
  roster,
  visit,
  history,
  { measure, scale, parameters, limits }
) {
  const { source } = limits;
  const rules = {
    source,
    nodeLimits: recistNodeLimits,
    sizeOf: measure.sizeOf,
  };
  const rating = nonTargetRating_rateNonTarget(roster, visit, history, parameters, scale, rules);
  return {
    ...rating,
    trace: rating.trace.map(one =>
      one.rule === 'nonTarget.cr'
        ? {
            ...one,
            text: 'Every non-target lesion is gone.',
          }
        : one
    ),
  };
}
/** `past`: the visits between the baseline and this one, in date order. */ function visitParts(
  visit,
  past,
  baseline,
  subject
) {
  const { input, scale, tables, targets, nonTargets } = subject;
  const history = [baseline, ...past, visit];
  const context = contextOf(visit, baseline, input);
  const nonTarget = visitParts_nonTargetOf(nonTargets, visit, history, subject);
  return {
    states: statesOf(targets, history, subject),
    nonTarget,
    newLesions: rateNewLesions(
      visit,
      past,
      baseline,
      {
        petNewLesion: false,
      },
      scale,
      subject.newLesionRules
    ),
    context,
    findings: [
      ...neuroEntryFindings(visit, history, subject),
      ...judgementFindings(visit, nonTarget, {
        nonTargets,
        rules: {
          baselineSource: subject.limits.source,
        },
      }),
      ...contextFindings(context, tables),
    ],
  };
}
/** The date of the visit's response; a `progression` has that of its earliest component, size if `grown`. */ function neuroDate(
  visit,
  { states, nonTarget, newLesions },
  { grown, progression },
  { visitDateRule }
) {
  const size = {
    category: grown ? 'PD' : 'SD',
    trace: [],
  };
  const parts = {
    states,
    target: size,
    nonTarget,
    newLesions,
    reappeared: [],
    progression,
  };
  return responseDate(visit, parts, visitDateRule);
}

// ./platform/criteria/src/neuro/output.ts

function neuroBaseline(visit, subject) {
  const states = statesOf(subject.targets, [visit], subject);
  return {
    visit,
    states,
    problem: baselineProblem(visit, states),
  };
}
/** The baseline's sum with everything that is wrong with what was entered. */ function neuroBaselineOutput(
  { visit, states, problem },
  subject,
  compartmentOf
) {
  const { measure, scale, limits } = subject;
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const known = measure.toOutput(sum.known, scale);
  const value = sum.complete && states.length > 0 ? known : null;
  const findings = [
    ...neuroBaselineFindings(visit, subject, compartmentOf),
    ...neuroEntryFindings(visit, [visit], subject),
  ];
  if (problem !== null) {
    const text = `Every visit is NE: ${problem}.`;
    findings.push(finding('baseline.notEvaluable', 'block', null, text, limits.source));
  }
  const burden = {
    value,
    unit: measure.unit,
    ...(value === null
      ? {
          lowerBound: known,
        }
      : {}),
  };
  const text =
    states.length === 0
      ? 'No measured lesion.'
      : `Sum of ${states.length} ${states.length === 1 ? 'lesion' : 'lesions'}: ${value === null ? 'not known' : `${value} ${measure.written}`}.`;
  const numbers = {
    [`sum${measure.suffix}`]: value,
  };
  return {
    id: visit.id,
    date: visit.date,
    burden: states.length === 0 ? null : burden,
    lesions: contributions(states, subject),
    trace: [
      {
        rule: 'baseline.sum',
        text,
        numbers,
        source: limits.source,
      },
    ],
    findings,
  };
}
/** The burden of a visit; without its references where the baseline gives none. Null without a lesion to sum. */ function neuroBurden(
  { current, baseline, nadir, counted },
  problem,
  { measure, scale }
) {
  if (counted === 0) return null;
  const { known, complete } = current;
  const output = value => measure.toOutput(value, scale);
  const compared = complete && problem === null;
  return {
    value: complete ? output(known) : null,
    unit: measure.unit,
    ...(complete
      ? {}
      : {
          lowerBound: output(known),
        }),
    nadir: problem === null ? output(nadir) : null,
    changeFromBaselinePct: compared ? percentChange(known, baseline) : null,
    changeFromNadirPct: compared ? percentChange(known, nadir) : null,
    changeFromNadir: compared ? output(known - nadir) : null,
  };
}
function contextComponents({ steroids, clinicalStatus, t2Flair }, usesT2Flair) {
  return {
    steroids,
    clinicalStatus,
    ...(usesT2Flair
      ? {
          t2Flair,
        }
      : {}),
  };
}
/** The visits as later ones revised them, with the best response. */ function neuroAssessment(
  criterion,
  baseline,
  visits,
  revisions,
  { input, parameters, baseline: baselineVisit },
  vocabulary
) {
  const revised = visits.map(visit => revisedBy(visit, revisions.get(visit.id)));
  return {
    criterion,
    parameters: {
      ...parameters,
    },
    timepoints: baseline ? [baseline, ...revised] : [],
    bestOverallResponse: bestResponseOf(
      revised,
      input,
      {
        ...parameters,
        confirmation: 'responses',
      },
      baselineVisit,
      vocabulary
    ),
  };
}

// ./platform/criteria/src/neuro/sizeRating.ts

/** The category of a sum of `value` / `parts` units. */ function sizeRating_categoryAt(
  value,
  parts,
  { states, references, rules }
) {
  const { pdPercent, prPercent, mrPercent, pdReference } = rules;
  const { baseline, nadir } = references;
  const reference = pdReference === 'nadir' ? nadir : baseline;
  const progressed = increasedBy(value, parts * reference, pdPercent);
  // Of a sum that not every lesion is in a margin is asked only where the lower bound decides.
  if (states.some(({ complete }) => !complete)) return progressed ? 'PD' : 'NE';
  if (value <= 0n) return 'CR';
  if (progressed) return 'PD';
  if (decreasedBy(value, parts * baseline, prPercent)) return 'PR';
  return mrPercent !== null && decreasedBy(value, parts * baseline, mrPercent) ? 'MR' : 'SD';
}
/** Distance to the nearest sum that would be another category. */ function sizeRating_marginOf(
  context
) {
  const { references, rules, measure, scale } = context;
  const { pdPercent, prPercent, mrPercent, pdReference } = rules;
  const { current, baseline, nadir } = references;
  const at = (value, percent) => ({
    numerator: percent * value,
    denominator: 100n,
  });
  const edges = [
    at(pdReference === 'nadir' ? nadir : baseline, 100n + pdPercent),
    at(baseline, 100n - prPercent),
    ...(mrPercent === null ? [] : [at(baseline, 100n - mrPercent)]),
  ];
  const edge = nearestEdge(current.known, edges, (value, parts) =>
    sizeRating_categoryAt(value, parts, context)
  );
  return edge && marginTo(current.known, [edge], measure.unit, measure.one(scale));
}
function sizeRating_signed(value) {
  return value === null ? 'n/a' : `${value > 0 ? '+' : ''}${value.toFixed(2)} %`;
}
/** Response by size in the order PD by partial sum, CR, PD, PR, MR, SD (oncology-criteria 0.4). */ function rateSize(
  context
) {
  const { states, references, rules, measure, scale, partialBounds } = context;
  const { source, pdPercent, prPercent, mrPercent, pdReference } = rules;
  const { current, baseline, nadir } = references;
  const reference = pdReference === 'nadir' ? nadir : baseline;
  if (states.length === 0)
    return {
      category: 'NA',
      trace: [
        {
          rule: 'target.none',
          text: 'No measured lesion at baseline.',
          numbers: {},
          source,
        },
      ],
    };
  const output = value => measure.toOutput(value, scale);
  const sum = () => `${output(current.known)} ${measure.written}`;
  const missing = states.filter(({ complete }) => !complete);
  const numbers = () => {
    const value = output(current.known);
    // Of a sum that not every lesion is in there is no change, only a lower bound.
    const isWhole = missing.length === 0 && references.counted > 0;
    return {
      [`sum${measure.suffix}`]: isWhole ? value : null,
      ...(missing.length > 0
        ? {
            [`lowerBound${measure.suffix}`]: value,
          }
        : {}),
      [`baseline${measure.suffix}`]: output(baseline),
      [`nadir${measure.suffix}`]: output(nadir),
      changeFromBaselinePct: isWhole ? percentChange(current.known, baseline) : null,
      changeFromNadirPct: isWhole ? percentChange(current.known, nadir) : null,
    };
  };
  const result = (category, rule, text, threshold) => {
    const decided =
      threshold === undefined
        ? {}
        : {
            threshold,
            margin: () => sizeRating_marginOf(context),
          };
    return {
      category,
      trace: [
        {
          rule,
          text,
          numbers,
          ...decided,
          source,
        },
      ],
    };
  };
  const growth = () =>
    reference === 0n
      ? `over the ${pdReference} of 0 ${measure.written}`
      : `${sizeRating_signed(percentChange(current.known, reference))} against the ${pdReference} of ${output(reference)} ${measure.written}`;
  const shrinkage = () =>
    `${sizeRating_signed(percentChange(current.known, baseline))} against the baseline of ${output(baseline)} ${measure.written}`;
  const progressed = increasedBy(current.known, reference, pdPercent);
  const pdThreshold = `sum at least ${pdPercent} % over the ${pdReference}`;
  if (references.counted === 0)
    return result('NE', 'target.ne', 'Every measured lesion was treated locally.');
  if (missing.length > 0) {
    const reasons = () =>
      missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    if (partialBounds === 'pdOnly' && progressed)
      return result(
        'PD',
        'target.pd.partial',
        () =>
          `The lesions that were read already sum to ${sum()}, ${growth()}: progression whatever ${reasons()} is.`,
        pdThreshold
      );
    return result(
      'NE',
      'target.ne',
      () =>
        current.known === 0n
          ? `Not evaluable: ${reasons()}.`
          : `Not evaluable: ${reasons()}; what was read (${sum()}) decides nothing.`,
      partialBounds === 'pdOnly' && states.some(isRead) ? pdThreshold : undefined
    );
  }
  if (states.every(({ present }) => !present))
    return result('CR', 'target.cr', 'Every measured lesion is gone.');
  if (progressed)
    return result(
      'PD',
      'target.pd',
      () =>
        reference === 0n
          ? `Sum ${sum()}, ${growth()}: measured disease is back.`
          : `Sum ${sum()}: ${growth()} (at least +${pdPercent} %).`,
      pdThreshold
    );
  if (decreasedBy(current.known, baseline, prPercent))
    return result(
      'PR',
      'target.pr',
      () => `Sum ${sum()}: ${shrinkage()} (at least -${prPercent} %).`,
      `sum at least ${prPercent} % below the baseline`
    );
  if (mrPercent !== null && decreasedBy(current.known, baseline, mrPercent))
    return result(
      'MR',
      'target.mr',
      () => `Sum ${sum()}: ${shrinkage()} (at least -${mrPercent} %, not -${prPercent} %).`,
      `sum at least ${mrPercent} % and less than ${prPercent} % below the baseline`
    );
  const response = mrPercent ?? prPercent;
  return result(
    'SD',
    'target.sd',
    () =>
      `Sum ${sum()}: ${shrinkage()} is not -${response} %, and ${growth()} is not +${pdPercent} %.`,
    `neither ${response} % below the baseline nor ${pdPercent} % over the ${pdReference}`
  );
}

// ./platform/criteria/src/neuro/steroidRevisions.ts
/**
 * Visits that higher steroids left undetermined: SD once the dose is back at or below baseline without progression,
 * the first of them PD once progression follows. A visit whose response is `pending` tells neither. The key is the id of
 * the visit revised.
 */ function steroidRevisions(rated, progression, pending) {
  const revisions = new Map();
  let open = [];
  const revise = (one, value, byTimepoint, rule) => {
    revisions.set(one.visit.id, {
      revised: {
        value,
        byTimepoint,
        rule,
      },
      date: one.date,
    });
  };
  for (const current of rated) {
    const by = current.visit.id;
    const [first] = open;
    if (current.undeterminedBySteroids) {
      open.push(current);
    } else if (first && progression.includes(current.value)) {
      revise(first, 'PD', by, 'steroids.progressionFollowed');
      open = [];
    } else if (
      first &&
      !pending.includes(current.value) &&
      current.steroids !== null &&
      current.steroids !== 'HIGHER'
    ) {
      for (const one of open) revise(one, 'SD', by, 'steroids.doseBack');
      open = [];
    }
  }
  return revisions;
}

// ./platform/criteria/src/neuro/assessNeuro.ts

function assessNeuro_evaluate(visit, earlier, baseline, subject, criterion) {
  const { parameters, measure, scale, tables, limits } = subject;
  const { problem } = baseline;
  const parts = visitParts(
    visit,
    earlier.map(one => one.visit),
    baseline.visit,
    subject
  );
  const { states, newLesions, context } = parts;
  const before = [baseline.states, ...earlier.map(one => one.states)];
  const refs = references(states, before, parameters.nadirFromPartial);
  const size = rateSize({
    states,
    references: refs,
    rules: criterion.size,
    measure,
    scale,
    partialBounds: parameters.partialBounds,
  });
  const nonTarget = criterion.nonTarget?.(parts.nonTarget.category) ?? {
    category: parts.nonTarget.category,
    findings: [],
  };
  const combined = {
    target: size.category,
    nonTarget: nonTarget.category,
    newLesions: newLesions.state,
    t2Flair: context.t2Flair,
    clinicalStatus: context.clinicalStatus,
    steroids: context.steroids,
    taper: context.taper,
  };
  const { nonTargetNe } = criterion;
  const rating = rateNeuroOverall(combined, tables, {
    ...parameters,
    nonTargetNe,
  });
  const effect = problem === null ? (criterion.treatmentEffect?.(rating, context) ?? null) : null;
  const overall = problem !== null ? 'NE' : (effect?.value ?? rating.value);
  const undetermined = problem === null && rating.undeterminedBySteroids;
  const shows = {
    grown: size.category === 'PD',
    progression: overall === 'PD',
  };
  const date = neuroDate(visit, parts, shows, parameters);
  const flags = [
    ...(effect ? [effect.flag] : []),
    ...(undetermined ? ['STEROID'] : []),
    ...(isHeld(
      {
        date,
        overall,
      },
      earlier,
      parameters
    )
      ? []
      : ['UNCONFIRMED']),
  ];
  const overallTrace = [
    {
      rule: rating.rule,
      text: rating.text,
      numbers: {},
      source: tables.source,
    },
    ...(effect
      ? [
          {
            rule: effect.rule,
            text: effect.text,
            numbers: {},
            source: tables.source,
          },
        ]
      : []),
  ];
  const target = problem !== null && size.category !== 'NA' ? 'NE' : size.category;
  return {
    visit,
    states,
    overall,
    date,
    perLesion: newLesions.perLesion,
    context,
    undeterminedBySteroids: undetermined,
    output: {
      id: visit.id,
      date,
      burden: neuroBurden(refs, problem, subject),
      lesions: contributions(states, subject),
      target: target === 'NA' ? null : target,
      nonTarget: nonTarget.category === 'NA' ? null : nonTarget.category,
      newLesions: newLesions.state === 'NE' ? null : newLesions.state === 'YES',
      components: contextComponents(context, tables.usesT2Flair),
      overall,
      flags,
      revised: null,
      trace: [
        ...(problem === null ? size.trace : []),
        ...parts.nonTarget.trace,
        ...newLesions.trace,
        ...(problem === null
          ? overallTrace
          : unratedTraces(problem, states.length > 0, limits.source)),
      ],
      findings: [...parts.findings, ...nonTarget.findings],
    },
  };
}
/** Equivocal lesions that a progression confirmed, and visits that steroids had left undetermined. */ function revisionsOf(
  evaluated,
  { equivocalBackdate }
) {
  const backdated = equivocalBackdate ? equivocalRevisions(evaluated) : new Map();
  const rated = evaluated.map(one => ({
    ...one,
    value: backdated.get(one.visit.id)?.revised.value ?? one.overall,
    steroids: one.context.steroids,
    undeterminedBySteroids: one.undeterminedBySteroids && !backdated.has(one.visit.id),
  }));
  return new Map([...steroidRevisions(rated, ['PD'], ['NE']), ...backdated]);
}
/** One subject, visit by visit in date order; no visit's `overall` depends on a later one. */ function assessByAreas(
  input,
  parameters,
  criterion
) {
  const { tables, limits } = criterion;
  checkNeuroDates(input, parameters);
  const measure = measures_areas(parameters.tstmDefaultMm);
  const subject = {
    ...readSubject(input, measure, [parameters.tstmDefaultMm]),
    measure,
    input,
    parameters,
    tables,
    limits,
    newLesionRules: {
      source: limits.source,
      nodeLimits: recistNodeLimits,
    },
  };
  if (!subject.baseline) return neuroAssessment(criterion.id, null, [], new Map(), subject);
  const baseline = neuroBaseline(subject.baseline, subject);
  const evaluated = [];
  for (const visit of subject.visits)
    evaluated.push(assessNeuro_evaluate(visit, evaluated, baseline, subject, criterion));
  return neuroAssessment(
    criterion.id,
    neuroBaselineOutput(baseline, subject, () => null),
    evaluated.map(({ output }) => output),
    revisionsOf(evaluated, parameters),
    subject
  );
}

// ./platform/criteria/src/macdonald/grid.ts
const macdonald_grid_NN = 'NON-CR/NON-PD';
const always = value => ({
  CR: value,
  [macdonald_grid_NN]: value,
  PD: value,
  NE: value,
  NA: value,
});
/**
 * Macdonald 1990 by size alone: every enhancing lesion is measured. Enhancing disease that was left unmeasured only
 * keeps a complete response away; alone it can't be rated.
 */ const grid_size = {
  CR: {
    CR: 'CR',
    [macdonald_grid_NN]: 'PR',
    PD: 'PR',
    NE: 'PR',
    NA: 'CR',
  },
  PR: always('PR'),
  MR: always('NE'),
  SD: always('SD'),
  PD: always('PD'),
  NE: always('NE'),
  NA: {
    ...always('NE'),
    NA: 'NED',
  },
};
/** A scan that is better or stable on more steroids is stable disease. */ const steroids = {
  CR: {
    NONE: 'CR',
    LOWER: 'PR',
    SAME: 'PR',
    HIGHER: 'SD',
  },
  PR: {
    NONE: 'PR',
    LOWER: 'PR',
    SAME: 'PR',
    HIGHER: 'SD',
  },
  MR: {
    NONE: 'NE',
    LOWER: 'NE',
    SAME: 'NE',
    HIGHER: 'NE',
  },
  SD: {
    NONE: 'SD',
    LOWER: 'SD',
    SAME: 'SD',
    HIGHER: 'SD',
  },
  NED: {
    NONE: 'NED',
    LOWER: 'NED',
    SAME: 'NED',
    HIGHER: 'NED',
  },
  NE: {
    NONE: 'NE',
    LOWER: 'NE',
    SAME: 'NE',
    HIGHER: 'NE',
  },
};

// ./platform/criteria/src/neuro/parameters.ts

const {
  confirmationDays,
  maxInterveningNE,
  acceptInterveningSD,
  refDate,
  missingAs,
  truncateAtPd,
  pdCutoff,
} = bestResponseParameters;
/**
 * What brain tumour criteria share: oncology-criteria sections 0.2 to 0.4, 8 and 16.1. `sizePdOnTaper` 'ne': growth
 * while the steroid dose is being lowered proves nothing. `missingContext`: what a visit is whose steroids, clinical
 * status or T2/FLAIR were not given: rated on what was given (then never CR without a steroid dose), or NE.
 */ const neuroParameters = {
  ...Type.Pick(CourseSchema, [
    'measurementPrecisionMm',
    'localTreatment',
    'nadirFromPartial',
    'partialBounds',
    'equivocalBackdate',
    'newLesionNe',
    'visitDateRule',
  ]).properties,
  tstmDefaultMm: Type.Number({
    minimum: 0,
    default: 5,
    description: tstmDescription,
  }),
  sizePdOnTaper: oneOf(
    ['pd', 'ne'],
    'Growth while the steroid dose is being lowered: progression, or not evaluable.'
  ),
  missingContext: oneOf(
    ['rate', 'ne'],
    'Steroids, clinical status or T2/FLAIR not given: rate, on what was given and never CR without a steroid dose; ne, not evaluable.'
  ),
  confirmationDays,
  minStableDays: days(
    0,
    'Least days from the reference date until stable disease counts as best response.'
  ),
  maxInterveningNE,
  acceptInterveningSD,
  refDate,
  missingAs,
  truncateAtPd,
  pdCutoff,
};
/** Largest number of days after radiotherapy on which growth may be its effect, 12 weeks. */ const pseudoprogressionDays =
  days(84, 'Largest number of days after radiotherapy on which growth may be its effect.');
/** Whether non-targets that were not assessed only forbid CR, or make the visit NE. */ const nonTargetNe =
  oneOf(
    ['keep', 'ne'],
    'Non-targets that were not assessed: keep, they only forbid CR; ne, the visit is not evaluable.'
  );

// ./platform/criteria/src/macdonald/parameters.ts

/** Texts: oncology-criteria sections 0.2 to 0.4, 10 and 16.1. */ const macdonald_parameters_ParametersSchema =
  Type.Object(
    {
      ...neuroParameters,
      macPdRef: oneOf(['nadir', 'baseline'], 'What growth is measured against.'),
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/macdonald/assessMacdonald.ts

const assessMacdonald_id = 'macdonald';
const assessMacdonald_paper = 'Macdonald 1990, response criteria';
const assessMacdonald_tables = {
  size: grid_size,
  steroids: steroids,
  usesT2Flair: false,
  source: assessMacdonald_paper,
};
/** Macdonald's criteria for one subject; products of every enhancing lesion in mm². */ function assessMacdonald(
  input
) {
  const parameters = parametersOf(
    assessMacdonald_id,
    macdonald_parameters_ParametersSchema,
    input.parameters
  );
  return assessByAreas(input, parameters, {
    id: assessMacdonald_id,
    tables: assessMacdonald_tables,
    size: {
      pdPercent: 25n,
      prPercent: 50n,
      mrPercent: null,
      pdReference: parameters.macPdRef,
      source: assessMacdonald_paper,
    },
    limits: {
      source: assessMacdonald_paper,
      measurableFromMm: null,
      most: () => Infinity,
    },
    nonTargetNe: 'keep',
    nonTarget: category => {
      if (category !== 'PD')
        return {
          category,
          findings: [],
        };
      const text =
        'Macdonald measures every enhancing lesion: progression of an unmeasured one is not decided; measure it.';
      return {
        category: 'NON-CR/NON-PD',
        findings: [finding('nonTarget.notMeasured', 'block', null, text, assessMacdonald_paper)],
      };
    },
  });
}

// ./platform/criteria/src/macdonald/macdonald.ts

const macdonald_sizes = ['CR', 'PR', 'SD', 'PD', 'NE', 'NA'];
const {
  target,
  newLesions: macdonald_newLesions,
  clinicalStatus,
  steroids: macdonald_steroids,
} = neuroComponents;
const bad = [
  {
    title: 'Nothing bad',
    fixed: {
      newLesions: false,
      clinicalStatus: 'SAME',
    },
  },
  {
    title: 'With new tumour',
    fixed: {
      newLesions: true,
      clinicalStatus: 'SAME',
    },
  },
  {
    title: 'Neurologically worse',
    fixed: {
      newLesions: false,
      clinicalStatus: 'WORSE',
    },
  },
];
const macdonald = {
  id: assessMacdonald_id,
  name: 'Macdonald',
  source: 'Macdonald DR, Cascino TL, Schold SC, Cairncross JG. J Clin Oncol 1990;8:1277-1280',
  parameters: Type.Partial(macdonald_parameters_ParametersSchema),
  inputs: {
    timepoint: ClinicalSchema,
  },
  components: Type.Object({
    target,
    newLesions: macdonald_newLesions,
    clinicalStatus,
    steroids: macdonald_steroids,
  }),
  tables: bad.map(({ title, fixed }) => ({
    title,
    source: assessMacdonald_tables.source,
    axes: [
      {
        component: 'target',
        label: 'Size',
        values: ['CR', 'PR', 'SD', 'PD', 'NE', null],
      },
      {
        component: 'steroids',
        label: 'Steroids',
        values: steroidDoses,
      },
    ],
    fixed,
  })),
  readerResponses: ['CR', 'PR', 'SD', 'NED', 'PD', 'NE'],
  assess: assessMacdonald,
  combine: components =>
    combineByTables(components, assessMacdonald_id, assessMacdonald_tables, macdonald_sizes),
};

// ./platform/criteria/src/neuro/sizeTables.ts
const sizeTables_NN = 'NON-CR/NON-PD';
const sizeTables_same = value => ({
  CR: value,
  [sizeTables_NN]: value,
  PD: 'PD',
  NE: value,
  NA: value,
});
/** RANO: size in rows, non-measurable disease in columns (oncology-criteria section 8). */ const ranoSize =
  {
    CR: {
      CR: 'CR',
      [sizeTables_NN]: 'PR',
      PD: 'PD',
      NE: 'PR',
      NA: 'CR',
    },
    PR: sizeTables_same('PR'),
    MR: sizeTables_same('MR'),
    SD: sizeTables_same('SD'),
    PD: sizeTables_same('PD'),
    NE: sizeTables_same('NE'),
    NA: {
      CR: 'SD',
      [sizeTables_NN]: 'SD',
      PD: 'PD',
      NE: 'NE',
      NA: 'NED',
    },
  };
/** RANO: a complete response off steroids only; more steroids than at baseline leave the visit undetermined. */ const ranoSteroids =
  {
    CR: {
      NONE: 'CR',
      LOWER: 'PR',
      SAME: 'PR',
      HIGHER: 'NE',
    },
    PR: {
      NONE: 'PR',
      LOWER: 'PR',
      SAME: 'PR',
      HIGHER: 'NE',
    },
    MR: {
      NONE: 'MR',
      LOWER: 'MR',
      SAME: 'MR',
      HIGHER: 'NE',
    },
    SD: {
      NONE: 'SD',
      LOWER: 'SD',
      SAME: 'SD',
      HIGHER: 'NE',
    },
    NED: {
      NONE: 'NED',
      LOWER: 'NED',
      SAME: 'NED',
      HIGHER: 'NED',
    },
    NE: {
      NONE: 'NE',
      LOWER: 'NE',
      SAME: 'NE',
      HIGHER: 'NE',
    },
  };

// ./platform/criteria/src/rano2/tables.ts

const tables_paper = 'Wen 2023 (RANO 2.0)';
const tables_tables = {
  size: ranoSize,
  steroids: ranoSteroids,
  usesT2Flair: false,
  source: `${tables_paper}, response tables`,
};
const mixedCodes = ['CR', 'PR', 'MR', 'SD', 'PD', 'NE'];
/** Mixed tumours: enhancing disease in rows, non-enhancing disease in columns. */ const mixedGrid =
  {
    CR: {
      CR: 'CR',
      PR: 'PR',
      MR: 'MR',
      SD: 'SD',
      PD: 'PD',
      NE: 'NE',
    },
    PR: {
      CR: 'PR',
      PR: 'PR',
      MR: 'MR',
      SD: 'PR',
      PD: 'PD',
      NE: 'NE',
    },
    MR: {
      CR: 'MR',
      PR: 'MR',
      MR: 'MR',
      SD: 'MR',
      PD: 'PD',
      NE: 'NE',
    },
    SD: {
      CR: 'SD',
      PR: 'PR',
      MR: 'MR',
      SD: 'SD',
      PD: 'PD',
      NE: 'NE',
    },
    PD: {
      CR: 'PD',
      PR: 'PD',
      MR: 'PD',
      SD: 'PD',
      PD: 'PD',
      NE: 'PD',
    },
    NE: {
      CR: 'NE',
      PR: 'NE',
      MR: 'NE',
      SD: 'NE',
      PD: 'PD',
      NE: 'NE',
    },
  };
/** NED: the subject has no disease of that kind; then the other kind alone counts. */ function combineMixed(
  ce,
  nonce
) {
  if (ce === 'NED') return nonce;
  return nonce === 'NED' ? ce : mixedGrid[ce][nonce];
}

// ./platform/criteria/src/rano2/compartments.ts

const compartments_least = values =>
  values.reduce((best, value) => (best === null || value < best ? value : best), null);
/** The sum of these lesions, targets or not; null unless each has its value. */ function completeSum(
  entry,
  ids
) {
  const sum = sumOf([...entry.states, ...entry.nonTargetStates], ids);
  return sum.complete ? sum.known : null;
}
/** Lesions of these, with more, that local treatment has not taken out of the sums of a visit. */ function countedIds(
  entry,
  lesions,
  more = []
) {
  const states = [...entry.states, ...entry.nonTargetStates];
  const excluded = new Set(states.filter(one => one.excluded).map(({ id }) => id));
  return new Set([...idsOf(lesions), ...more].filter(id => !excluded.has(id)));
}
const idsOf = lesions => new Set(lesions.map(({ id }) => id));
function referencesOf({ targets }, entry, baseline, pool, nadirFromPartial) {
  const ids = countedIds(entry, targets);
  const start = sumOf(baseline.states, ids).known;
  const sums = pool
    .map(({ states }) => sumOf(states, ids))
    .filter(({ complete }) => complete || nadirFromPartial);
  return {
    current: sumOf(entry.states, ids),
    baseline: start,
    nadir: compartments_least(sums.map(({ known }) => known)) ?? start,
    counted: ids.size,
  };
}
/** Where a sum or a size has grown by the threshold over its smallest. */ const compartments_growth =
  (current, reference, { pdPercent }, { measure, scale }) => ({
    current,
    numerator: (100n + pdPercent) * reference,
    denominator: 100n,
    unit: measure.unit,
    one: measure.one(scale),
    reference,
  });
/** Non-targets that grew by the threshold over their own smallest, or became measurable. */ function grownOf(
  { nonTargets, rules },
  entry,
  baseline,
  pool,
  subject
) {
  const { scale } = subject;
  const limit = scale.of(10);
  /** The smaller diameter of a lesion, 0 where it was too small to measure; null when not known. */ const across =
    ({ visit }, id) => {
      const lesion = visit.lesions.get(id);
      if (!lesion) return null;
      return lesion.tooSmallToMeasure ? 0n : smallerDiameter(lesion, scale);
    };
  const ids = idsOf(nonTargets);
  return entry.nonTargetStates.flatMap(({ id, status, complete, known }) => {
    if (!ids.has(id) || !complete || (status !== 'measured' && status !== 'split')) return [];
    const first = across(baseline, id);
    const sizes = pool.map(one => completeSum(one, new Set([id]))).filter(value => value !== null);
    const own = first !== null && first < limit ? null : compartments_least(sizes);
    if (own !== null) {
      const reached = {
        ...compartments_growth(known, own, rules, subject),
        lesion: id,
      };
      return increasedBy(known, own, rules.pdPercent)
        ? [
            {
              id,
              reached,
            },
          ]
        : [];
    }
    const now = across(entry, id);
    if (now === null || now < limit) return [];
    const edge = {
      current: now,
      numerator: limit,
      denominator: 1n,
      reference: limit,
    };
    return [
      {
        id,
        reached: {
          ...edge,
          unit: 'mm',
          one: scale.one,
          lesion: id,
        },
      },
    ];
  });
}
/**
 * Where the joint sum would decide otherwise; from progression also where the only non-target that grew would not have
 * joined it.
 */ function jointCrossings({ sum, nadir, progressed, grown, otherwise }, rules, subject) {
  const category = progressed ? otherwise : 'PD';
  const alone = progressed && grown.length === 1 ? grown : [];
  return [
    compartments_growth(sum, nadir, rules, subject),
    ...alone.map(({ reached }) => reached),
  ].map(crossing => ({
    ...crossing,
    category,
  }));
}
/** Size and non-target disease of one kind at a visit; `pool`: the visits that the nadir is taken from. */ function rateCompartment(
  lesions,
  entry,
  history,
  baseline,
  pool,
  subject
) {
  const { measure, scale, parameters } = subject;
  const { name, targets, nonTargets, rules } = lesions;
  const references = referencesOf(lesions, entry, baseline, pool, parameters.nadirFromPartial);
  const mine = idsOf(targets);
  const states = entry.states.filter(({ id }) => mine.has(id));
  const { partialBounds } = parameters;
  const size = rateSize({
    states,
    references,
    rules,
    measure,
    scale,
    partialBounds,
  });
  const rated = visitParts_nonTargetOf(nonTargets, entry.visit, history, subject);
  const trace = [...size.trace, ...rated.trace];
  const findings = [];
  const joining = grownOf(lesions, entry, baseline, pool, subject);
  const grown = joining.map(({ id }) => id);
  const result = nonTarget => ({
    name,
    size,
    references,
    nonTarget,
    grown,
    trace,
    findings,
  });
  if (parameters.ntPd === 'reader') return result(rated.category);
  const called = rated.category === 'PD' ? 'NON-CR/NON-PD' : rated.category;
  if (grown.length === 0) {
    if (rated.category === 'PD') {
      const text =
        'Non-target disease is called progressed, but its sizes do not show growth that joins the sum; not counted as progression.';
      findings.push(finding('nonTarget.notMeasured', 'block', null, text, tables_paper));
    }
    return result(called);
  }
  const ids = countedIds(entry, targets, grown);
  const joint = completeSum(entry, ids);
  const nadir = compartments_least(
    pool.map(one => completeSum(one, ids)).filter(value => value !== null)
  );
  const names = grown.join(', ');
  if (joint === null || nadir === null) {
    const text = `${names} grew, but the sum with ${grown.length === 1 ? 'it' : 'them'} has no earlier or no current value: not decided.`;
    findings.push(
      finding('nonTarget.jointSumUnknown', 'block', grown[0] ?? null, text, tables_paper)
    );
    return result(called);
  }
  const progressed = increasedBy(joint, nadir, rules.pdPercent);
  const output = value => measure.toOutput(value, scale);
  const joins = grown.length === 1 ? 'joins' : 'join';
  const change = percentChange(joint, nadir);
  const grew = change === null ? '' : ` ${change > 0 ? '+' : ''}${change.toFixed(2)} %`;
  const limit = `${progressed ? 'at least' : 'less than'} +${rules.pdPercent} %`;
  trace.push({
    rule: progressed ? 'nonTarget.pd.jointSum' : 'nonTarget.jointSum',
    text: `${names} grew and ${joins} the sum: ${output(joint)} ${measure.written},${grew} against the nadir of ${output(nadir)} ${measure.written} (${limit}).`,
    numbers: {
      [`joint${measure.suffix}`]: output(joint),
      [`jointNadir${measure.suffix}`]: output(nadir),
      jointChangePct: change,
    },
    threshold: `joint sum at least ${rules.pdPercent} % over its nadir`,
    margin: nearestMargin(
      jointCrossings(
        {
          sum: joint,
          nadir,
          progressed,
          grown: joining,
          otherwise: called,
        },
        rules,
        subject
      )
    ),
    source: rules.source,
  });
  return result(progressed ? 'PD' : called);
}

// ./platform/criteria/src/rano2/progression.ts

/** What a visit makes of an open progression: compared with that scan, not with the nadir. */ function verdictOn(
  open,
  entry,
  perLesion,
  grown,
  context,
  { compartments, parameters }
) {
  const since = `the preliminary progression of ${open.entry.visit.id}`;
  if (context.histology === 'TUMOUR')
    return {
      kind: 'confirmed',
      text: `Tissue shows tumour: ${since} is confirmed.`,
    };
  if (context.histology === 'NO_TUMOUR')
    return {
      kind: 'pseudo',
      text: `Tissue shows treatment effect alone: ${since} is void.`,
    };
  const days = daysBetween(open.entry.visit.date, entry.visit.date);
  if (days === null || days < parameters.confirmationDays) {
    const text = `${days ?? 'An unknown number of'} days after ${since}: at least ${parameters.confirmationDays} are needed.`;
    return {
      kind: 'tooEarly',
      text,
    };
  }
  const more = [...perLesion]
    .filter(([id, state]) => state === 'YES' && open.perLesion.get(id) !== 'YES')
    .map(([id]) => id);
  if (more.length > 0)
    return {
      kind: 'confirmed',
      text: `Another new lesion (${more.join(', ')}) confirms ${since}.`,
    };
  if (context.clinicalStatus === 'WORSE')
    return {
      kind: 'confirmed',
      text: `Clinical decline confirms ${since}.`,
    };
  let comparable = entry.visit.input.evaluable !== false;
  for (const { targets, nonTargets, rules } of compartments) {
    const own = new Set(nonTargets.map(({ id }) => id));
    const joined = [...new Set([...open.grown, ...grown])].filter(id => own.has(id));
    const ids = countedIds(entry, targets, joined);
    const then = completeSum(open.entry, ids);
    const now = completeSum(entry, ids);
    const allTreated = targets.length > 0 && ids.size === 0;
    if (then === null || now === null || allTreated) comparable = false;
    else if (increasedBy(now, then, rules.pdPercent)) {
      const text = `The sum grew by at least ${rules.pdPercent} % more since ${since}: confirmed.`;
      return {
        kind: 'confirmed',
        text,
      };
    }
  }
  return comparable
    ? {
        kind: 'pseudo',
        text: `No further growth, new lesion or decline since ${since}: pseudo-progression.`,
      }
    : {
        kind: 'undecided',
        text: `What is needed to compare with ${since} was not read.`,
      };
}
/** Whether a first progression at this visit needs a later scan. */ function needsConfirmation(
  { daysSinceRadiotherapy: days },
  { parameters }
) {
  const { confirmPd, pseudoprogressionDays } = parameters;
  return confirmPd === 'always' || (days !== null && days <= pseudoprogressionDays);
}

// ./platform/criteria/src/rano2/rateVisit.ts

const order = ['YES', 'EQUIVOCAL', 'NE', 'NO'];
/** New lesions without those that pseudo-progression has explained. */ function rateVisit_newLesionState(
  { newLesions },
  accepted,
  visit
) {
  if (visit.input.evaluable === false) return 'NE';
  const states = [...newLesions.perLesion].filter(([id]) => !accepted.has(id)).map(([, s]) => s);
  return order.find(state => states.includes(state)) ?? 'NO';
}
/** Size and non-target disease that the visit is rated by: of a mixed tumour what both kinds come to. */ function joined(
  [first, second],
  { size }
) {
  if (!second)
    return {
      target: first.size.category,
      nonTarget: first.nonTarget,
      kinds: null,
      together: null,
    };
  const ce = size[first.size.category][first.nonTarget];
  const nonce = size[second.size.category][second.nonTarget];
  const both = combineMixed(ce, nonce);
  return {
    target: both === 'NED' ? 'NA' : both,
    nonTarget: 'NA',
    kinds: {
      ce,
      nonce,
    },
    together: `Enhancing disease ${ce}, non-enhancing disease ${nonce}: ${both}.`,
  };
}
/** `pool`: the visits that the nadir is taken from; `accepted`: lesions that are new no longer. */ function ratePool(
  entry,
  parts,
  pool,
  accepted,
  history,
  baseline,
  subject
) {
  const { tables, parameters } = subject;
  const rate = lesions => rateCompartment(lesions, entry, history, baseline, pool, subject);
  const [first, ...others] = subject.compartments;
  const compartments = [rate(first), ...others.map(rate)];
  const { kinds, together, ...disease } = joined(compartments, tables);
  const newLesions = rateVisit_newLesionState(parts, accepted, entry.visit);
  const { steroids, clinicalStatus, taper } = parts.context;
  const rating = rateNeuroOverall(
    {
      ...disease,
      newLesions,
      t2Flair: null,
      clinicalStatus,
      steroids,
      taper,
    },
    tables,
    parameters
  );
  const explained = [...parts.newLesions.perLesion.keys()].filter(id => accepted.has(id));
  return {
    compartments,
    kinds,
    newLesions,
    explained,
    together,
    rating,
  };
}

// ./platform/criteria/src/rano2/course.ts

/** The unequivocal ones. */ const course_certain = perLesion =>
  [...perLesion].filter(([, state]) => state === 'YES').map(([id]) => id);
/** Every measured lesion was read, but for those that local treatment took out of the sum. */ const isComplete =
  ({ states }) => states.every(({ complete }) => complete);
/** The visit without the progression that was void: never PD by what it was compared with before. */ function afterPseudo(
  step,
  from,
  explained
) {
  const { entry, memory, subject } = step;
  const accepted = new Set([...memory.accepted, ...explained]);
  const whole = [from, entry].filter(isComplete);
  const kept = [...memory.pool, entry];
  const around = whole.length > 0 ? whole : kept;
  const rated = step.rate(around, accepted);
  const overall = rated.rating.value === 'PD' ? 'SD' : rated.rating.value;
  const pool = subject.parameters.afterPsp === 'restart' ? around : kept;
  return {
    overall,
    rated,
    memory: {
      open: null,
      final: memory.final,
      accepted,
      pool,
    },
  };
}
function settleOpen(step, open, rated) {
  const { entry, parts, memory, subject } = step;
  const grown = rated.compartments.flatMap(one => one.grown);
  const { perLesion } = parts.newLesions;
  const fresh = new Map([...perLesion].filter(([id]) => !memory.accepted.has(id)));
  const verdict = verdictOn(open, entry, fresh, grown, parts.context, subject);
  const next = {
    ...memory,
    pool: [...memory.pool, entry],
  };
  const { id } = open.entry.visit;
  const note = rule => [
    {
      rule,
      text: verdict.text,
    },
  ];
  switch (verdict.kind) {
    case 'confirmed': {
      const rule = 'progression.confirmed';
      const settles = {
        id,
        value: 'PD',
        rule,
      };
      const done = {
        ...next,
        open: null,
        final: true,
      };
      return {
        overall: 'cPD',
        rated,
        flags: [],
        notes: note(rule),
        settles,
        memory: done,
      };
    }
    case 'pseudo': {
      const rule = 'progression.pseudo';
      const after = afterPseudo(step, open.entry, course_certain(open.perLesion));
      const settles = {
        id,
        value: 'SD',
        rule,
      };
      return {
        ...after,
        flags: ['PSEUDOPROGRESSION'],
        notes: note(rule),
        settles,
      };
    }
    default: {
      const undecided = verdict.kind === 'undecided';
      const value = rated.rating.value === 'PD' ? 'pPD' : undecided ? 'NE' : rated.rating.value;
      const rule = `progression.${verdict.kind}`;
      return {
        overall: value,
        rated,
        flags: [],
        notes: note(rule),
        settles: null,
        memory: next,
      };
    }
  }
}
function firstProgression(step, rated) {
  const { entry, parts, memory, subject } = step;
  const { context, newLesions } = parts;
  const pool = [...memory.pool, entry];
  const plain = {
    rated,
    flags: [],
    notes: [],
    settles: null,
  };
  const isPd = rated.rating.value === 'PD';
  if (!isPd)
    return {
      ...plain,
      overall: rated.rating.value,
      memory: {
        ...memory,
        pool,
      },
    };
  if (memory.final || context.histology === 'TUMOUR' || !needsConfirmation(context, subject))
    return {
      ...plain,
      overall: 'PD',
      memory: {
        ...memory,
        pool,
        final: true,
      },
    };
  if (context.histology === 'NO_TUMOUR') {
    const text = 'Tissue shows treatment effect alone: pseudo-progression.';
    const notes = [
      {
        rule: 'progression.pseudo',
        text,
      },
    ];
    return {
      ...plain,
      ...afterPseudo(step, entry, course_certain(newLesions.perLesion)),
      flags: ['PSEUDOPROGRESSION'],
      notes,
    };
  }
  const grown = rated.compartments.flatMap(one => one.grown);
  const open = {
    entry,
    perLesion: newLesions.perLesion,
    grown,
  };
  const days = context.daysSinceRadiotherapy;
  const why = days === null ? 'confirmPd' : `day ${days} after radiotherapy`;
  const text = `Preliminary progression: a scan at least ${subject.parameters.confirmationDays} days later must confirm it (${why}).`;
  const notes = [
    {
      rule: 'progression.preliminary',
      text,
    },
  ];
  return {
    ...plain,
    overall: 'pPD',
    notes,
    memory: {
      ...memory,
      pool,
      open,
    },
  };
}
/** Every visit in date order, each by itself and the earlier ones alone. */ function followCourse(
  baseline,
  baselineEntry,
  subject
) {
  const course = [];
  let memory = {
    open: null,
    final: false,
    accepted: new Set(),
    pool: [baselineEntry],
  };
  for (const visit of subject.visits) {
    const past = course.map(({ entry }) => entry.visit);
    const history = [baseline, ...past, visit];
    const parts = visitParts(visit, past, baseline, subject);
    const nonTargetStates = statesOf(subject.nonTargets, history, subject);
    const entry = {
      visit,
      states: parts.states,
      nonTargetStates,
    };
    const step = {
      entry,
      parts,
      memory,
      subject,
      rate: (pool, accepted) =>
        ratePool(entry, parts, pool, accepted, history, baselineEntry, subject),
    };
    const rated = step.rate(memory.pool, memory.accepted);
    const outcome = memory.open
      ? settleOpen(step, memory.open, rated)
      : firstProgression(step, rated);
    memory = outcome.memory;
    course.push({
      entry,
      parts,
      rated: outcome.rated,
      overall: outcome.overall,
      undeterminedBySteroids:
        outcome.overall === 'NE' && outcome.rated.rating.undeterminedBySteroids,
      flags: outcome.flags,
      notes: outcome.notes,
      settles: outcome.settles,
    });
  }
  return course;
}

// ./platform/criteria/src/rano2/parameters.ts

/**
 * Texts: oncology-criteria sections 0.2 to 0.4, 9 and 16.1. `tstmDefaultMl`: what a lesion too small to measure counts
 * where the burden is volume (a sphere of 5 mm). `ntPd`: growth of a non-target is progression only by the sum it joins,
 * or as the reader judges.
 */ const rano2_parameters_ParametersSchema = Type.Object(
  {
    ...neuroParameters,
    burden: oneOf(['area', 'volume'], 'What is summed: products of two diameters, or volumes.'),
    tstmDefaultMl: Type.Number({
      minimum: 0,
      default: 0.065,
      description:
        'Volume in millilitres of a lesion that is there but too small to measure (a sphere of 5 mm).',
    }),
    maxCe: Type.Integer({
      minimum: 1,
      maximum: 3,
      default: 2,
      description: 'Largest number of contrast-enhancing targets.',
    }),
    maxNonCe: Type.Integer({
      minimum: 1,
      default: 2,
      description: 'Largest number of non-enhancing targets.',
    }),
    ntPd: oneOf(
      ['jointSum', 'reader'],
      'Growth of a non-target: progression only by the sum it joins, or as the reader judges.'
    ),
    pseudoprogressionDays: pseudoprogressionDays,
    confirmPd: oneOf(
      ['window', 'always'],
      'When progression waits for its confirmation: in the window after radiotherapy, or always.'
    ),
    afterPsp: oneOf(
      ['restart', 'keep'],
      'Nadir after pseudo-progression: starts again there, or is kept.'
    ),
  },
  {
    additionalProperties: false,
  }
);

// ./platform/criteria/src/rano2/newLesionRules.ts

const measurableFromMm = 10;
const newLesionRules_diameters = ['longestDiameterMm', 'perpendicularDiameterMm'];
/** The diameters of a lesion that were given, the smallest first. */ const newLesionRules_measured =
  lesion =>
    newLesionRules_diameters
      .filter(field => typeof lesion[field] === 'number')
      .sort((a, b) => (lesion[a] ?? 0) - (lesion[b] ?? 0));
/** Those below what is measurable; none of a lesion of no size. */ function tooSmall(
  lesion,
  scale
) {
  if (lesion.longestDiameterMm === 0) return [];
  return newLesionRules_measured(lesion).filter(
    field => scale.of(lesion[field] ?? 0) < scale.of(measurableFromMm)
  );
}
const newLesionRules_isThere = lesion => lesion.evaluable !== false && lesion.status !== 'absent';
/** A new lesion that is not measurable is followed, not progression. */ const newLesionRules_newLesionRules =
  scale => ({
    source: `${tables_paper}, new lesions`,
    nodeLimits: recistNodeLimits,
    stateOf: lesion => {
      const small = lesion.tooSmallToMeasure === true || tooSmall(lesion, scale).length > 0;
      return newLesionRules_isThere(lesion) && small ? 'EQUIVOCAL' : null;
    },
    sizeOf: lesion => {
      const [field] = newLesionRules_measured(lesion);
      return field
        ? {
            field,
            from: scale.of(measurableFromMm),
          }
        : null;
    },
  });

// ./platform/criteria/src/rano2/subject.ts

function sizeRules({ burden }, tumourType) {
  const [pd, pr, mr] = burden === 'volume' ? [40n, 65n, 40n] : [25n, 50n, 25n];
  return {
    pdPercent: pd,
    prPercent: pr,
    mrPercent: tumourType === 'CE' ? null : mr,
    pdReference: 'nadir',
    source: `${tables_paper}, thresholds by ${burden}`,
  };
}
function rano2Subject(input, parameters) {
  const { burden, tstmDefaultMm, tstmDefaultMl } = parameters;
  const measure = burden === 'volume' ? volumes(tstmDefaultMl) : measures_areas(tstmDefaultMm);
  const course = readSubject(input, measure, [tstmDefaultMm, tstmDefaultMl]);
  const { scale, baseline, targets, nonTargets } = course;
  const given = input.tumourType;
  const tumourType = given ?? 'CE';
  const compartmentOf = id => {
    if (tumourType !== 'MIXED') return tumourType;
    const lesion = baseline?.lesions.get(id);
    return lesion?.compartment ?? 'CE';
  };
  const lesionsOf = name => ({
    name,
    targets: targets.filter(({ id }) => compartmentOf(id) === name),
    nonTargets: nonTargets.filter(({ id }) => compartmentOf(id) === name),
    rules: sizeRules(parameters, tumourType),
  });
  const limits = {
    source: `${tables_paper}, measurable disease and targets`,
    measurableFromMm: /* inlined export .measurableFromMm */ 10,
    most: kind => (kind === 'NONCE' ? parameters.maxNonCe : parameters.maxCe),
  };
  return {
    ...course,
    measure,
    input,
    parameters,
    tables: tables_tables,
    limits,
    tumourType,
    compartmentOf,
    compartments:
      tumourType === 'MIXED' ? [lesionsOf('CE'), lesionsOf('NONCE')] : [lesionsOf(tumourType)],
    newLesionRules: newLesionRules_newLesionRules(scale),
  };
}
/** What was not said of the tumour at baseline. */ function tumourTypeFindings(visit, subject) {
  const { input, tumourType, targets, nonTargets, limits } = subject;
  if (input.tumourType == null) {
    const text = 'The tumour type is not given: rated as enhancing disease (CE).';
    return [finding('tumourType.missing', 'warning', null, text, limits.source)];
  }
  if (tumourType !== 'MIXED') return [];
  const followed = new Set([...targets, ...nonTargets].map(({ id }) => id));
  return visit.lesions.list
    .filter(lesion => followed.has(lesion.id) && lesion.compartment == null)
    .map(({ id }) => {
      const text = `${id} of a mixed tumour is neither CE nor NONCE; rated as CE.`;
      return finding('lesion.compartmentMissing', 'block', id, text, limits.source);
    });
}

// ./platform/criteria/src/rano2/assessRano2.ts

const assessRano2_id = 'rano-2.0';
const assessRano2_kinds = {
  CE: 'Enhancing',
  NONCE: 'Non-enhancing',
};
const progressions = ['PD', 'pPD', 'cPD'];
function assessRano2_dateOf({ entry, parts, rated }, progression, subject) {
  const grown = rated.compartments.some(one => one.size.category === 'PD');
  return neuroDate(
    entry.visit,
    parts,
    {
      grown,
      progression,
    },
    subject.parameters
  );
}
function visitOutput(one, earlier, { problem }, subject) {
  const { parameters, tables, limits } = subject;
  const { entry, parts, rated } = one;
  const overall = problem === null ? one.overall : 'NE';
  const date = assessRano2_dateOf(one, progressions.includes(overall), subject);
  const burdens = Object.fromEntries(
    rated.compartments.map(({ name, references }) => [
      name,
      neuroBurden(references, problem, subject),
    ])
  );
  const [only] = rated.compartments;
  const mixed = rated.compartments.length > 1;
  const category = mixed ? 'NA' : only.size.category;
  const nonTarget = mixed ? 'NA' : only.nonTarget;
  const held = isHeld(
    {
      date,
      overall,
    },
    earlier,
    parameters
  );
  const said = (rule, text) => ({
    rule,
    text,
    numbers: {},
    source: tables.source,
  });
  const sizes = rated.compartments.flatMap(({ name, trace }) =>
    mixed
      ? trace.map(why => ({
          ...why,
          text: () => `${assessRano2_kinds[name]}: ${made(why.text)}`,
        }))
      : trace
  );
  const settled = [
    ...(rated.explained.length > 0
      ? [
          said(
            'newLesion.explained',
            `An effect of treatment, not a new lesion: ${rated.explained.join(', ')}.`
          ),
        ]
      : []),
    ...(rated.together === null ? [] : [said('overall.mixed', rated.together)]),
    said(rated.rating.rule, rated.rating.text),
    ...one.notes.map(note => said(note.rule, note.text)),
  ];
  return {
    id: entry.visit.id,
    date,
    burden: neuroBurden(only.references, problem, subject),
    ...(mixed
      ? {
          burdens,
        }
      : {}),
    lesions: contributions(entry.states, subject),
    target: category === 'NA' ? null : problem === null ? category : 'NE',
    nonTarget: nonTarget === 'NA' ? null : nonTarget,
    newLesions: rated.newLesions === 'NE' ? null : rated.newLesions === 'YES',
    components: {
      ...contextComponents(parts.context, false),
      ...(problem === null ? rated.kinds : {}),
    },
    overall,
    flags:
      problem !== null
        ? []
        : [
            ...one.flags,
            ...(one.undeterminedBySteroids ? ['STEROID'] : []),
            ...(held ? [] : ['UNCONFIRMED']),
          ],
    revised: null,
    trace: [
      ...(problem === null ? sizes : []),
      ...parts.newLesions.trace,
      ...(problem === null
        ? settled
        : unratedTraces(problem, entry.states.length > 0, limits.source)),
    ],
    findings: [...parts.findings, ...rated.compartments.flatMap(({ findings }) => findings)],
  };
}
/** Progressions settled, equivocal lesions confirmed by one, and visits that steroids had left undetermined. */ function assessRano2_revisionsOf(
  course,
  subject
) {
  const settledBy = new Map(
    course.map(({ settles, entry }) => [
      settles?.id,
      {
        settles,
        entry,
      },
    ])
  );
  const revisions = new Map();
  for (const one of course) {
    const { id: visit } = one.entry.visit;
    const by = settledBy.get(visit);
    if (!by?.settles) continue;
    const { value, rule } = by.settles;
    revisions.set(visit, {
      revised: {
        value,
        byTimepoint: by.entry.visit.id,
        rule,
      },
      date: assessRano2_dateOf(one, value === 'PD', subject),
    });
  }
  const valueOf = ({ entry, overall }) => revisions.get(entry.visit.id)?.revised.value ?? overall;
  if (subject.parameters.equivocalBackdate) {
    const rated = course.map(one => ({
      visit: one.entry.visit,
      overall: valueOf(one),
      perLesion: one.parts.newLesions.perLesion,
    }));
    for (const [visit, revision] of equivocalRevisions(rated, 'PD', ['PD', 'cPD']))
      revisions.set(visit, revision);
  }
  const rated = course.map(one => ({
    visit: one.entry.visit,
    value: valueOf(one),
    date: assessRano2_dateOf(one, false, subject),
    steroids: one.parts.context.steroids,
    undeterminedBySteroids: one.undeterminedBySteroids && !revisions.has(one.entry.visit.id),
  }));
  return new Map([...steroidRevisions(rated, ['PD', 'cPD'], ['NE', 'pPD']), ...revisions]);
}
/** RANO 2.0 for one subject: sums of products in mm², or of volumes in ml. */ function assessRano2(
  input
) {
  const parameters = parametersOf(
    assessRano2_id,
    rano2_parameters_ParametersSchema,
    input.parameters
  );
  checkNeuroDates(input, parameters);
  const subject = rano2Subject(input, parameters);
  const first = subject.baseline;
  if (!first) return neuroAssessment(assessRano2_id, null, [], new Map(), subject, rano2Vocabulary);
  const baseline = neuroBaseline(first, subject);
  const nonTargetStates = statesOf(subject.nonTargets, [first], subject);
  const course = followCourse(
    first,
    {
      visit: first,
      states: baseline.states,
      nonTargetStates,
    },
    subject
  );
  const outputs = [];
  for (const one of course) outputs.push(visitOutput(one, outputs, baseline, subject));
  const start = neuroBaselineOutput(baseline, subject, subject.compartmentOf);
  return neuroAssessment(
    assessRano2_id,
    {
      ...start,
      findings: [...start.findings, ...tumourTypeFindings(first, subject)],
    },
    outputs,
    baseline.problem === null ? assessRano2_revisionsOf(course, subject) : new Map(),
    subject,
    rano2Vocabulary
  );
}

// ./platform/criteria/src/rano2/rano2.ts

const rano2_sizes = ['CR', 'PR', 'MR', 'SD', 'PD', 'NE', 'NA'];
const { target: rano2_Code } = neuroComponents;
const mixedComponents = {
  ce: rano2_Code,
  nonce: rano2_Code,
};
/** Of a mixed tumour `ce` and `nonce`, of any other `target` and `nonTarget`; then new lesions, decline and steroids. */ function rano2_combine(
  components
) {
  const { ce, nonce } = components;
  if (ce == null && nonce == null)
    return combineByTables(components, assessRano2_id, tables_tables, rano2_sizes);
  const read = (name, code) => {
    const known = combineByGrid_pick(code, mixedCodes, `/components/${name}`, assessRano2_id);
    return known === 'NA' ? 'NED' : known;
  };
  const both = combineMixed(read('ce', ce), read('nonce', nonce));
  const target = both === 'NED' ? null : both;
  return combineByTables(
    {
      ...components,
      target,
      nonTarget: null,
    },
    assessRano2_id,
    tables_tables,
    rano2_sizes
  );
}
const rano2 = {
  id: assessRano2_id,
  name: 'RANO 2.0 (2023)',
  source: 'Wen PY, van den Bent M, Youssef G et al. J Clin Oncol 2023;41:5187-5199',
  parameters: Type.Partial(rano2_parameters_ParametersSchema),
  inputs: {
    subject: Type.Object({
      ...TreatmentSchema.properties,
      tumourType: Type.Optional(
        Type.Union(
          [Type.Literal('CE'), Type.Literal('NONCE'), Type.Literal('MIXED'), Type.Null()],
          {
            description:
              'what is followed, chosen at baseline: enhancing, non-enhancing disease or both',
          }
        )
      ),
    }),
    timepoint: Type.Object({
      ...ClinicalSchema.properties,
      ...TreatmentEffectSchema.properties,
    }),
    lesion: VolumetricLesionSchema,
  },
  components: Type.Object({
    ...neuroComponents,
    ...mixedComponents,
  }),
  tables: [
    ...neuroTables(tables_tables.source, rano2_sizes, [
      {
        newLesions: true,
      },
      {
        clinicalStatus: 'WORSE',
      },
    ]),
    {
      title: 'Mixed tumours',
      source: tables_tables.source,
      axes: [
        {
          component: 'ce',
          label: 'Enhancing',
          values: mixedCodes,
        },
        {
          component: 'nonce',
          label: 'Non-enhancing',
          values: mixedCodes,
        },
      ],
      fixed: {
        newLesions: false,
        clinicalStatus: 'SAME',
        steroids: 'NONE',
      },
    },
  ],
  readerResponses: ['CR', 'PR', 'MR', 'SD', 'NED', 'pPD', 'cPD', 'PD', 'NE'],
  assess: assessRano2,
  combine: rano2_combine,
};

// ./platform/criteria/src/ranoHgg2010/parameters.ts

/** Texts: oncology-criteria sections 0.2 to 0.4, 8 and 16.1. */ const ranoHgg2010_parameters_ParametersSchema =
  Type.Object(
    {
      ...neuroParameters,
      nonTargetNe: nonTargetNe,
      pseudoprogressionDays: pseudoprogressionDays,
      maxTargets: Type.Integer({
        minimum: 1,
        default: 5,
        description: 'Largest number of targets in total.',
      }),
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/ranoHgg2010/treatmentEffect.ts
const enhancement = ['size', 'newLesion', 'nonTarget'];
/**
 * Progression within 12 weeks of radiotherapy of a new diagnosis: only when most of the new enhancement lies outside
 * the high-dose field or tissue proves it, otherwise stable disease with a flag.
 */ function treatmentEffectOf({ pseudoprogressionDays }) {
  return (rating, { daysSinceRadiotherapy: days, inHighDoseField, histology }) => {
    if (rating.value !== 'PD' || days === null || days > pseudoprogressionDays) return null;
    const enhances = rating.causes.some(cause => enhancement.includes(cause));
    if (histology === 'TUMOUR' || (enhances && inHighDoseField === false)) return null;
    const field = !enhances
      ? 'nothing new enhances'
      : inHighDoseField === null
        ? 'whether the new enhancement lies outside the high-dose field was not given'
        : 'the new enhancement lies within the high-dose field';
    return {
      value: 'SD',
      rule: 'overall.pseudoprogressionWindow',
      text: `Day ${days} after radiotherapy (limit ${pseudoprogressionDays} days): ${field}, and no tissue proves tumour; stable disease until later.`,
      flag: 'PSEUDOPROGRESSION_WINDOW',
    };
  };
}

// ./platform/criteria/src/ranoHgg2010/assessRanoHgg2010.ts

const assessRanoHgg2010_id = 'rano-hgg-2010';
const assessRanoHgg2010_paper = 'Wen 2010 (RANO high-grade glioma)';
const assessRanoHgg2010_tables = {
  size: ranoSize,
  steroids: ranoSteroids,
  usesT2Flair: true,
  source: `${assessRanoHgg2010_paper} Tables 3 and 4`,
};
/** RANO 2010 for one subject; products of enhancing lesions in mm². */ function assessRanoHgg2010(
  input
) {
  const parameters = parametersOf(
    assessRanoHgg2010_id,
    ranoHgg2010_parameters_ParametersSchema,
    input.parameters
  );
  return assessByAreas(input, parameters, {
    id: assessRanoHgg2010_id,
    tables: assessRanoHgg2010_tables,
    size: {
      pdPercent: 25n,
      prPercent: 50n,
      mrPercent: null,
      pdReference: 'nadir',
      source: `${assessRanoHgg2010_paper} Table 3`,
    },
    limits: {
      source: `${assessRanoHgg2010_paper}, measurability and number of lesions`,
      measurableFromMm: 10,
      most: () => parameters.maxTargets,
    },
    nonTargetNe: parameters.nonTargetNe,
    treatmentEffect: treatmentEffectOf(parameters),
  });
}

// ./platform/criteria/src/ranoHgg2010/ranoHgg2010.ts

const ranoHgg2010_sizes = ['CR', 'PR', 'SD', 'PD', 'NE', 'NA'];
const ranoHgg2010 = {
  id: assessRanoHgg2010_id,
  name: 'RANO high-grade glioma (2010)',
  source: 'Wen PY, Macdonald DR, Reardon DA et al. J Clin Oncol 2010;28:1963-1972',
  parameters: Type.Partial(ranoHgg2010_parameters_ParametersSchema),
  inputs: {
    subject: TreatmentSchema,
    timepoint: Type.Object({
      ...ClinicalSchema.properties,
      ...T2FlairSchema.properties,
      ...TreatmentEffectSchema.properties,
      ...HighDoseFieldSchema.properties,
    }),
  },
  components: Type.Object({
    ...neuroComponents,
    t2Flair: neuroComponents.steroids,
  }),
  tables: neuroTables(assessRanoHgg2010_tables.source, ranoHgg2010_sizes, [
    {
      newLesions: true,
    },
    {
      clinicalStatus: 'WORSE',
    },
    {
      t2Flair: 'SIGNIFICANT_INCREASE',
    },
  ]),
  readerResponses: ['CR', 'PR', 'SD', 'NED', 'PD', 'NE'],
  assess: assessRanoHgg2010,
  combine: components =>
    combineByTables(components, assessRanoHgg2010_id, assessRanoHgg2010_tables, ranoHgg2010_sizes),
};

// ./platform/criteria/src/recist11/parameters.ts

/** Texts: oncology-criteria sections 0.2 to 0.4, 1 and 16.1. */ const recist11_parameters_ParametersSchema =
  Type.Object(
    {
      ...courseParameters,
      ...recistParameters,
      ...bestResponseParameters,
    },
    {
      additionalProperties: false,
    }
  );

// ./platform/criteria/src/recist11/assessRecist11.ts

const assessRecist11_id = 'recist-1.1';
/** Paper and tables of the combination. */ const assessRecist11_tableSource =
  'Eisenhauer 2009 (RECIST 1.1) Tables 1 and 2';
/** RECIST 1.1 for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */ function assessRecist11(
  input
) {
  const parameters = parametersOf(
    assessRecist11_id,
    recist11_parameters_ParametersSchema,
    input.parameters
  );
  return assessByDiameters(input, parameters, {
    id: assessRecist11_id,
    rules: recistRules,
    tableSource: assessRecist11_tableSource,
  });
}

// ./platform/criteria/src/recist11/recist11.ts

const recist11_id = 'recist-1.1';
const recist11 = {
  id: recist11_id,
  name: 'RECIST 1.1',
  source:
    'Eisenhauer EA et al. Eur J Cancer 2009;45:228-247; Schwartz LH et al. Eur J Cancer 2016;62:132-137',
  parameters: Type.Partial(recist11_parameters_ParametersSchema),
  inputs: {},
  components: combineByGrid_ComponentsSchema,
  tables: gridTables(assessRecist11_tableSource),
  readerResponses: ['CR', 'PR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE'],
  assess: assessRecist11,
  combine: components => combineByGrid(components, recist11_id, assessRecist11_tableSource),
};

// ./platform/criteria/src/schemas.ts

const schemas_Nullable = (schema, description) =>
  Type.Union(
    [schema, Type.Null()],
    description === undefined
      ? {}
      : {
          description,
        }
  );
const Millimetres = Type.Number({
  minimum: 0,
  description: 'millimetres',
});
const IsoDate = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'YYYY-MM-DD',
});
const identifier = description =>
  Type.String({
    minLength: 1,
    maxLength: 128,
    description,
  });
const LesionSchema = Type.Object({
  id: identifier('The same at every timepoint.'),
  role: Type.Union([Type.Literal('target'), Type.Literal('non-target'), Type.Literal('new')], {
    description: 'Target or non-target of the baseline, or new since.',
  }),
  location: Type.Optional(
    schemas_Nullable(Type.String(), 'Where it is: a CDISC LOC term of the closed list.')
  ),
  laterality: Type.Optional(
    schemas_Nullable(Type.String(), 'LEFT, RIGHT or BILATERAL, of a paired organ.')
  ),
  node: Type.Optional(
    schemas_Nullable(Type.Boolean(), 'A lymph node; told by the location without it.')
  ),
  longestDiameterMm: Type.Optional(
    schemas_Nullable(Millimetres, 'Longest diameter, mm; 0: absent.')
  ),
  shortAxisMm: Type.Optional(schemas_Nullable(Millimetres, 'Short axis of a node, mm.')),
  perpendicularDiameterMm: Type.Optional(
    schemas_Nullable(Millimetres, 'Longest diameter perpendicular to the longest one, mm.')
  ),
  status: Type.Optional(
    schemas_Nullable(
      Type.Union([
        Type.Literal('present'),
        Type.Literal('absent'),
        Type.Literal('progressed'),
        Type.Literal('equivocal'),
        Type.Literal('unequivocal'),
      ]),
      'State without a measurement; equivocal and unequivocal are of new lesions, progressed of non-targets.'
    )
  ),
  evaluable: Type.Optional(
    schemas_Nullable(Type.Boolean(), 'false: the lesion could not be assessed.')
  ),
  reason: Type.Optional(
    schemas_Nullable(
      Type.String(),
      'Why it was not evaluable: NOT_IMAGED, POOR_QUALITY, OBSCURED, METHOD_CHANGE, OTHER, or any text.'
    )
  ),
  tooSmallToMeasure: Type.Optional(
    schemas_Nullable(Type.Boolean(), 'Present, but too small to measure.')
  ),
  date: Type.Optional(
    schemas_Nullable(
      IsoDate,
      "Day of the lesion's own scan, YYYY-MM-DD; that of the timepoint without it."
    )
  ),
  method: Type.Optional(
    schemas_Nullable(Type.String(), 'Imaging method: CT, MRI, FDG-PET, X-RAY ...')
  ),
  sliceThicknessMm: Type.Optional(schemas_Nullable(Millimetres, 'Slice thickness, mm.')),
  mergedInto: Type.Optional(
    schemas_Nullable(
      Type.String(),
      'The lesion that this one is confluent with and that carries the measurement of both.'
    )
  ),
  splitFrom: Type.Optional(
    schemas_Nullable(Type.String(), 'The baseline lesion that this one is a part of.')
  ),
  locallyTreated: Type.Optional(
    schemas_Nullable(
      Type.Object({
        date: Type.Optional(schemas_Nullable(IsoDate, 'Day of the treatment, YYYY-MM-DD.')),
        kind: Type.Optional(
          schemas_Nullable(Type.String(), 'Resection, ablation, radiotherapy ...')
        ),
      }),
      'Treated by itself on study: what localTreatment makes of it holds from then on.'
    )
  ),
  previouslyIrradiated: Type.Optional(
    schemas_Nullable(Type.Boolean(), 'Irradiated before the baseline.')
  ),
  ctCorrelate: Type.Optional(
    schemas_Nullable(
      Type.Boolean(),
      "New lesions seen on FDG-PET only: the same visit's CT shows a matching one."
    )
  ),
});
const NonTargetCategorySchema = Type.Union([
  Type.Literal('CR'),
  Type.Literal('NON-CR/NON-PD'),
  Type.Literal('PD'),
  Type.Literal('NE'),
]);
const TimepointSchema = Type.Object({
  id: identifier('Name of the timepoint.'),
  date: Type.Optional(
    schemas_Nullable(IsoDate, 'Day of the timepoint, YYYY-MM-DD; all timepoints have one or none.')
  ),
  kind: Type.Optional(
    schemas_Nullable(
      Type.String(),
      'baseline: the one that the others are compared with; the first without it.'
    )
  ),
  evaluable: Type.Optional(
    schemas_Nullable(Type.Boolean(), 'false: nothing of this timepoint could be assessed.')
  ),
  reason: Type.Optional(schemas_Nullable(Type.String(), 'Why nothing could be assessed.')),
  noDisease: Type.Optional(
    schemas_Nullable(Type.Boolean(), 'Baseline only: the reader states that there is no disease.')
  ),
  petNegative: Type.Optional(
    schemas_Nullable(Type.Boolean(), 'Baseline only: an FDG-PET was done and was negative.')
  ),
  nonTargetJudgement: Type.Optional(
    schemas_Nullable(
      NonTargetCategorySchema,
      "The reader's overall call of the non-targets, which decides their progression."
    )
  ),
  readerResponse: Type.Optional(
    schemas_Nullable(
      Type.Object({
        value: Type.String({
          description: 'Code of the response.',
        }),
        inPlaceOf: Type.String({
          description: 'The calculated one when it was given.',
        }),
      }),
      'The response that the reader gave in place of the calculated one; it is the one that counts.'
    )
  ),
  lesions: Type.Array(LesionSchema, {
    description: 'Every lesion that was looked at.',
  }),
});
/** One subject under one criterion. `startDate` is randomisation; without it days count from the baseline's date. */ const AssessmentInputSchema =
  Type.Object({
    criterion: Type.String({
      description: 'Id of the criterion.',
    }),
    parameters: Type.Optional(
      schemas_Nullable(
        Type.Record(Type.String(), Type.Unknown()),
        'What differs from the defaults.'
      )
    ),
    startDate: Type.Optional(
      schemas_Nullable(
        IsoDate,
        'Randomisation, YYYY-MM-DD; days count from the baseline without it.'
      )
    ),
    firstDoseDate: Type.Optional(
      schemas_Nullable(
        IsoDate,
        'First dose, YYYY-MM-DD; days count from it with refDate firstDose.'
      )
    ),
    newTherapyDate: Type.Optional(
      schemas_Nullable(
        IsoDate,
        'Start of a new anticancer therapy, YYYY-MM-DD: visits from then on do not count.'
      )
    ),
    timepoints: Type.Array(TimepointSchema, {
      description: 'Every timepoint of the subject.',
    }),
  });
/**
 * How far the deciding number is from the nearest threshold that would change the category, and which category lies
 * beyond it: `value` is number minus threshold, two decimals; `lesion`: it is a size of this lesion rather than the
 * number of the whole rule. For adjudication and data review, never shown to a reader before signing.
 */ const MarginSchema = Type.Object({
  value: Type.Number(),
  unit: Type.String(),
  category: Type.String(),
  lesion: Type.Optional(Type.String()),
});
const TraceSchema = Type.Object({
  rule: Type.String(),
  text: Type.String(),
  numbers: Type.Record(Type.String(), schemas_Nullable(Type.Number())),
  /** The condition that decided, in words and numbers; absent where a table cell decided. */ threshold:
    Type.Optional(Type.String()),
  margin: Type.Optional(schemas_Nullable(MarginSchema)),
  source: Type.String(),
});
const FindingSchema = Type.Object({
  rule: Type.String(),
  severity: Type.Union([Type.Literal('block'), Type.Literal('warning'), Type.Literal('note')]),
  lesion: schemas_Nullable(Type.String()),
  text: Type.String(),
  source: Type.String(),
});
/** `value` is null when a target is missing from the sum; `lowerBound` is then the sum of what was read. Two decimals. */ const BurdenSchema =
  Type.Object({
    value: schemas_Nullable(Type.Number()),
    /** mm, mm2, ml or what the criterion measures. */ unit: Type.String(),
    lowerBound: Type.Optional(Type.Number()),
    nadir: Type.Optional(schemas_Nullable(Type.Number())),
    changeFromBaselinePct: Type.Optional(schemas_Nullable(Type.Number())),
    changeFromNadirPct: Type.Optional(schemas_Nullable(Type.Number())),
    changeFromNadir: Type.Optional(schemas_Nullable(Type.Number())),
  });
/** What one target added to the sum, in `unit`, that of the burden; `byRule`: the number is the engine's, not the reader's. */ const ContributionSchema =
  Type.Object({
    id: Type.String(),
    status: Type.String(),
    value: schemas_Nullable(Type.Number()),
    /** mm, mm2, ml or g/mL. */ unit: Type.String(),
    byRule: Type.Boolean(),
    reason: schemas_Nullable(Type.String()),
  });
const RevisedSchema = Type.Object({
  value: Type.String(),
  byTimepoint: Type.String(),
  rule: Type.String(),
});
const TimepointOutputSchema = Type.Object({
  id: Type.String(),
  /** Date of the response (a PD has the date of the component that shows it). */ date: Type.Optional(
    schemas_Nullable(Type.String())
  ),
  burden: schemas_Nullable(BurdenSchema),
  /** Where a criterion follows more than one burden: each by the name of its component, `burden` being the first. */ burdens:
    Type.Optional(Type.Record(Type.String(), schemas_Nullable(BurdenSchema))),
  lesions: Type.Array(ContributionSchema),
  target: Type.Optional(schemas_Nullable(Type.String())),
  nonTarget: Type.Optional(schemas_Nullable(Type.String())),
  newLesions: Type.Optional(schemas_Nullable(Type.Boolean())),
  /** What else of the criterion's combination table was rated here (bone scan, blood, marrow ...), by the names of its `components`. */ components:
    Type.Optional(Type.Record(Type.String(), schemas_Nullable(Type.String()))),
  overall: Type.Optional(Type.String()),
  /** What was calculated where the reader gave the response: `overall` is then the reader's. */ calculated:
    Type.Optional(Type.String()),
  /** Codes of what was known of the response at the visit: UNCONFIRMED, PSEUDOPROGRESSION_WINDOW, STEROID ... */ flags:
    Type.Optional(Type.Array(Type.String())),
  revised: Type.Optional(schemas_Nullable(RevisedSchema)),
  trace: Type.Array(TraceSchema),
  findings: Type.Array(FindingSchema),
});
const BestResponseSchema = Type.Object({
  value: Type.String(),
  date: schemas_Nullable(Type.String()),
});
const AssessmentOutputSchema = Type.Object({
  criterion: Type.String(),
  /** Every parameter with the value that was used. */ parameters: Type.Record(
    Type.String(),
    Type.Unknown()
  ),
  timepoints: Type.Array(TimepointOutputSchema),
  bestOverallResponse: Type.Object({
    unconfirmed: BestResponseSchema,
    confirmed: BestResponseSchema,
    flags: Type.Array(
      Type.Object({
        code: Type.String(),
        timepoint: Type.String(),
      })
    ),
  }),
});
/** What `components` holds is the criterion's own: `Criterion.components`. */ const CombineInputSchema =
  Type.Object({
    criterion: Type.String(),
    components: Type.Record(Type.String(), Type.Unknown()),
  });
const CombineOutputSchema = Type.Object({
  overall: Type.String(),
});
/** JSON Schemas of what `assess` and `combine` take and give. */ const assessmentSchemas =
  /* unused pure expression or super */ null && {
    input: AssessmentInputSchema,
    output: AssessmentOutputSchema,
    combineInput: CombineInputSchema,
    combineOutput: CombineOutputSchema,
  };

// ./platform/criteria/src/assess.ts
/* unused harmony import specifier */ var assess_Type;
/* unused harmony import specifier */ var assess_AssessmentInputSchema;
/* unused harmony import specifier */ var assess_LesionSchema;
/* unused harmony import specifier */ var assess_TimepointSchema;
/* unused harmony import specifier */ var assess_CombineInputSchema;

/** Every criterion by its id. */ const criteria = {
  [recist11.id]: recist11,
  [pcwg3.id]: pcwg3,
  [imwg2016.id]: imwg2016,
  [iwcll2018.id]: iwcll2018,
  [irecist.id]: irecist,
  [lugano2014.id]: lugano2014,
  [cheson2007.id]: cheson2007,
  [imrecist.id]: imrecist,
  [ranoHgg2010.id]: ranoHgg2010,
  [rano2.id]: rano2,
  [macdonald.id]: macdonald,
  [irrc.id]: irrc,
  [mrecist.id]: mrecist,
  [choi.id]: choi,
  [percist.id]: percist,
};
/** The literals a schema allows, through nested unions. */ function literals(schema) {
  const variants = schema.anyOf;
  if (Array.isArray(variants)) return variants.flatMap(literals);
  return 'const' in schema ? [JSON.stringify(schema.const)] : [];
}
/** What was expected: a union's own message only says that none of its variants fits. */ function expectation({
  schema,
  message,
  errors,
}) {
  const allowed = literals(schema);
  if (allowed.length > 0) return `expected one of ${allowed.join(', ')}`;
  const inner = errors[0]?.First();
  return inner ? expectation(inner) : message.replace('Expected', 'expected');
}
function requireShape(schema, input, at = '') {
  const first = shapeCheck(schema)(input) ? undefined : Errors(schema, input).First();
  if (!first) return;
  const path = `${at}${first.path}` || '/';
  const found =
    first.value === undefined
      ? 'nothing'
      : typeof first.value === 'object'
        ? JSON.stringify(first.value).slice(0, 80)
        : String(first.value);
  throw new CriterionError(
    'CL_ASSESSMENT_INPUT',
    path,
    `${path}: ${expectation(first)}, found ${found}`
  );
}
function criterionOf(id) {
  const criterion = Object.hasOwn(criteria, id) ? criteria[id] : undefined;
  if (criterion) return criterion;
  throw new CriterionError(
    'CL_CRITERION_UNKNOWN',
    '/criterion',
    `no criterion "${id}" (known: ${Object.keys(criteria).join(', ')})`
  );
}
const assess_described = ({ description = '' }) => ({
  description,
});
/** JSON Schema of everything one criterion takes. */ function inputSchemaOf({
  id,
  parameters,
  inputs,
}) {
  const common = assess_AssessmentInputSchema.properties;
  const lesion = assess_Type.Object({
    ...assess_LesionSchema.properties,
    ...inputs.lesion?.properties,
  });
  const timepoint = assess_Type.Object({
    ...assess_TimepointSchema.properties,
    ...inputs.timepoint?.properties,
    lesions: assess_Type.Array(lesion, assess_described(assess_TimepointSchema.properties.lesions)),
  });
  return assess_Type.Object({
    ...common,
    ...inputs.subject?.properties,
    criterion: assess_Type.Literal(id, assess_described(common.criterion)),
    parameters: assess_Type.Optional(
      assess_Type.Union([parameters, assess_Type.Null()], assess_described(common.parameters))
    ),
    timepoints: assess_Type.Array(timepoint, assess_described(common.timepoints)),
  });
}
/** For each criterion: what `assess` takes, what `combine` takes, its parameters and their defaults. */ function criterionSchemas() {
  return Object.fromEntries(
    Object.values(criteria).map(criterion => [
      criterion.id,
      {
        input: inputSchemaOf(criterion),
        components: criterion.components,
      },
    ])
  );
}
/** What one criterion takes beside what every criterion takes, at its places. */ const ownInputsOf =
  remembered(({ inputs }) => {
    const lesion = Type.Object({
      ...inputs.lesion?.properties,
    });
    const timepoint = Type.Object({
      ...inputs.timepoint?.properties,
      lesions: Type.Array(lesion),
    });
    return Type.Object({
      ...inputs.subject?.properties,
      timepoints: Type.Array(timepoint),
    });
  });
/**
 * Rates one subject under one criterion: burden and categories of every timepoint with the rule behind each, findings
 * about what was entered, and the best overall response. A response that the reader gave is the timepoint's, and changes
 * nothing that is calculated of the marks, there or later. Lengths in mm, dates YYYY-MM-DD. Throws CriterionError.
 */ function assess(input, { trace = true } = {}) {
  requireShape(AssessmentInputSchema, input);
  const criterion = criterionOf(input.criterion);
  requireShape(ownInputsOf(criterion), input);
  requireReaderResponses(criterion, input);
  const given = readerResponsesIn(input);
  const rated = criterion.assess(input);
  const timepoints = rated.timepoints
    .map(one => asGiven(one, given.get(one.id)))
    .map(one => ({
      ...one,
      trace: trace ? one.trace.map(written) : [],
    }));
  return {
    ...rated,
    timepoints,
  };
}
/** A criterion's published combination table alone. Throws CriterionError on a code the table does not have. */ function assess_combine(
  input
) {
  requireShape(assess_CombineInputSchema, input);
  const criterion = criterionOf(input.criterion);
  requireShape(criterion.components, input.components, '/components');
  return {
    overall: criterion.combine(input.components),
  };
}

// ./platform/criteria/src/regions.ts
/** Parts of the body whose images a reader judges; closed, from head to foot. */ const regions = [
  'head',
  'neck',
  'chest',
  'abdomen',
  'pelvis',
  'extremities',
  'bones',
];
/** What an examination of the trunk covers; a charter may say otherwise. */ const standardRegions =
  /* unused pure expression or super */ null && ['neck', 'chest', 'abdomen', 'pelvis'];

// ./platform/criteria/src/index.ts

// ./platform/reads/src/readDocument.ts
/* unused harmony import specifier */ var readDocument_standardRegions;

const readDocument_closed = {
  additionalProperties: false,
};
const nullable = schema => Type.Union([schema, Type.Null()]);
/** A DICOM UID (PS3.5 section 9.1): dotted components, at most 64 characters. */ const Uid =
  Type.String({
    pattern: '^[0-9]+(\\.[0-9]+)+$',
    maxLength: 64,
  });
/** A length in millimetres; finite, never negative. Missing is `null`, never 0. */ const readDocument_Millimetres =
  Type.Number({
    minimum: 0,
  });
const LesionId = Type.String({
  pattern: '^(T|NT|NL)[0-9]{2,3}[a-z]?$',
});
const LesionStateSchema = Type.Union([
  Type.Literal('toDo'),
  Type.Literal('measured'),
  Type.Literal('present'),
  Type.Literal('absent'),
  Type.Literal('progressed'),
  Type.Literal('tooSmallToMeasure'),
  Type.Literal('notEvaluable'),
  Type.Literal('merged'),
  Type.Literal('split'),
  Type.Literal('equivocal'),
  Type.Literal('unequivocal'),
]);
const LesionRoleSchema = Type.Union([
  Type.Literal('target'),
  Type.Literal('non-target'),
  Type.Literal('new'),
]);
/** One drawn measurement; points are LPS millimetres, UIDs are the read's pseudonymous ones. */ const MarkSchema =
  Type.Object(
    {
      tool: Type.Union([Type.Literal('Bidirectional'), Type.Literal('Length')]),
      pointsLps: Type.Array(Type.Tuple([Type.Number(), Type.Number(), Type.Number()]), {
        minItems: 2,
        maxItems: 4,
      }),
      studyInstanceUid: Uid,
      seriesInstanceUid: Uid,
      sopInstanceUid: Uid,
      frameNumber: Type.Integer({
        minimum: 1,
      }),
      longestDiameterMm: readDocument_Millimetres,
      shortAxisMm: nullable(readDocument_Millimetres),
      sliceThicknessMm: nullable(
        Type.Number({
          exclusiveMinimum: 0,
        })
      ),
      calibration: nullable(
        Type.String({
          maxLength: 200,
        })
      ),
    },
    readDocument_closed
  );
const ReasonSchema = Type.Object(
  {
    code: Type.String({
      minLength: 1,
      maxLength: 50,
    }),
    text: Type.String({
      maxLength: 1000,
    }),
  },
  readDocument_closed
);
const readDocument_LesionSchema = Type.Object(
  {
    trackingUid: Uid,
    id: LesionId,
    role: LesionRoleSchema,
    location: nullable(
      Type.String({
        minLength: 1,
        maxLength: 100,
      })
    ),
    laterality: nullable(Type.Union([Type.Literal('LEFT'), Type.Literal('RIGHT')])),
    state: LesionStateSchema,
    reason: nullable(ReasonSchema),
    mergedInto: nullable(LesionId),
    splitFrom: nullable(LesionId),
    mark: nullable(MarkSchema),
    comment: Type.String({
      maxLength: 4000,
    }),
    createdInThisRead: Type.Boolean(),
  },
  readDocument_closed
);
const PaneViewSchema = Type.Object(
  {
    timepoint: Type.String({
      minLength: 1,
      maxLength: 64,
    }),
    studyInstanceUid: Uid,
    seriesInstanceUid: Uid,
    sopInstanceUid: Uid,
    windowCenter: nullable(Type.Number()),
    windowWidth: nullable(Type.Number()),
    zoom: nullable(
      Type.Number({
        exclusiveMinimum: 0,
      })
    ),
    /** From the picture fitted into the pane, mm in its plane: to the right, downwards. */ pan: nullable(
      Type.Tuple([Type.Number(), Type.Number()])
    ),
  },
  readDocument_closed
);
const NonTargetJudgementSchema = Type.Union([
  Type.Literal('CR'),
  Type.Literal('NON-CR/NON-PD'),
  Type.Literal('PD'),
  Type.Literal('NE'),
]);
/** How well one part of the body can be read; anything but optimal needs its reason. */ const RegionQualitySchema =
  Type.Object(
    {
      region: Type.Union(regions.map(region => Type.Literal(region))),
      value: Type.Union([
        Type.Literal('optimal'),
        Type.Literal('limited'),
        Type.Literal('notReadable'),
      ]),
      reason: nullable(ReasonSchema),
    },
    readDocument_closed
  );
/** An image the reader points to, as it was shown; for a lesion (its tracking UID) or for the timepoint. */ const KeyImageSchema =
  Type.Object(
    {
      lesion: nullable(Uid),
      studyInstanceUid: Uid,
      seriesInstanceUid: Uid,
      sopInstanceUid: Uid,
      frameNumber: Type.Integer({
        minimum: 1,
      }),
      windowCenter: nullable(Type.Number()),
      windowWidth: nullable(
        Type.Number({
          exclusiveMinimum: 0,
        })
      ),
    },
    readDocument_closed
  );
const ResponseCode = Type.String({
  minLength: 1,
  maxLength: 32,
});
/** The response that the reader gave in place of the one calculated by a criterion, which was `inPlaceOf` then. */ const ReaderResponseSchema =
  Type.Object(
    {
      criterion: Type.String({
        minLength: 1,
        maxLength: 64,
      }),
      value: ResponseCode,
      inPlaceOf: ResponseCode,
      reason: Type.String({
        maxLength: 1000,
      }),
    },
    readDocument_closed
  );
/** Everything a reader entered at one timepoint; saved whole, signed by its hash. */ const ReadDocumentSchema =
  Type.Object(
    {
      schemaVersion: Type.Literal(1),
      /** One entry per imaged region of the charter. */ imageQuality: Type.Array(
        RegionQualitySchema,
        {
          maxItems: regions.length,
        }
      ),
      noDisease: Type.Boolean(),
      nonTargetJudgement: nullable(NonTargetJudgementSchema),
      /** Answers that some criteria ask for (`timepointFacts`); absent where there is none, never assumed. */ ntFurther:
        Type.Optional(Type.Boolean()),
      nlntFurther: Type.Optional(Type.Boolean()),
      newSymptom: Type.Optional(Type.Boolean()),
      /** Absent where the calculated response is the reader's. */ readerResponse:
        Type.Optional(ReaderResponseSchema),
      lesions: Type.Array(readDocument_LesionSchema, {
        maxItems: 200,
      }),
      keyImages: Type.Array(KeyImageSchema, {
        maxItems: 200,
      }),
      comment: Type.String({
        maxLength: 4000,
      }),
      view: Type.Object(
        {
          layout: Type.String({
            maxLength: 64,
          }),
          panes: Type.Array(PaneViewSchema, {
            maxItems: 16,
          }),
          selectedLesion: nullable(
            Type.String({
              maxLength: 64,
            })
          ),
          /** Label of the timepoint compared with; absent in documents from before it was kept. */ comparison:
            Type.Optional(
              nullable(
                Type.String({
                  maxLength: 64,
                })
              )
            ),
        },
        readDocument_closed
      ),
    },
    {
      ...readDocument_closed,
      $id: 'corelab:read-document:1',
    }
  );
/** The document a baseline read starts from: nothing read, every imaged region optimal, no view yet. */ function emptyReadDocument(
  imaged = readDocument_standardRegions
) {
  return {
    schemaVersion: 1,
    imageQuality: imaged.map(region => ({
      region,
      value: 'optimal',
      reason: null,
    })),
    noDisease: false,
    nonTargetJudgement: null,
    lesions: [],
    keyImages: [],
    comment: '',
    view: {
      layout: '',
      panes: [],
      selectedLesion: null,
    },
  };
}

// ./platform/reads/src/readError.ts
/** An edit the rules of reading forbid; the document it was tried on is untouched. */ class ReadError extends Error {
  name = 'ReadError';
  code;
  /** Lesion id the refusal is about; `null` when it is about the document. */ lesion;
  constructor(code, lesion, message) {
    super(message);
    this.code = code;
    this.lesion = lesion;
  }
}

// ./platform/reads/src/changeLesion.ts
/* unused harmony import specifier */ var changeLesion_ReadError;

/** The lesion with this id; throws `CL_LESION_UNKNOWN` when there is none. */ function lesionById(
  document,
  id
) {
  const found = document.lesions.find(lesion => lesion.id === id);
  if (!found)
    throw new changeLesion_ReadError(
      'CL_LESION_UNKNOWN',
      id,
      `there is no lesion ${id} in this read`
    );
  return found;
}
/** The lesion with this tracking UID; throws `CL_LESION_UNKNOWN` when there is none. */ function lesionByUid(
  document,
  trackingUid
) {
  const found = document.lesions.find(lesion => lesion.trackingUid === trackingUid);
  if (!found) {
    throw new changeLesion_ReadError(
      'CL_LESION_UNKNOWN',
      null,
      `no lesion of this read has ${trackingUid}`
    );
  }
  return found;
}
/** The document with one lesion replaced by `change(lesion)`; everything else is shared. */ function changeLesion(
  document,
  id,
  change
) {
  lesionById(document, id);
  return {
    ...document,
    lesions: document.lesions.map(lesion => (lesion.id === id ? change(lesion) : lesion)),
  };
}

// ./platform/reads/src/keyImages.ts
/* unused harmony import specifier */ var keyImages_lesionByUid;
/* unused harmony import specifier */ var keyImages_ReadError;

/** Adds a key image; a lesion has one, the timepoint any number but each image once. */ function setKeyImage(
  document,
  image
) {
  if (image.lesion !== null) keyImages_lesionByUid(document, image.lesion);
  const others = document.keyImages.filter(other => !replaces(image, other));
  return {
    ...document,
    keyImages: [...others, image],
  };
}
/** Removes a key image; throws `CL_KEY_IMAGE_UNKNOWN` when the document has no such one. */ function removeKeyImage(
  document,
  image
) {
  const keyImages = document.keyImages.filter(other => !replaces(image, other));
  if (keyImages.length === document.keyImages.length) {
    throw new keyImages_ReadError('CL_KEY_IMAGE_UNKNOWN', null, 'this read has no such key image');
  }
  return {
    ...document,
    keyImages,
  };
}
/** The document without key images of lesions that it no longer lists. */ function withoutStrayKeyImages(
  document
) {
  const listed = new Set(document.lesions.map(({ trackingUid }) => trackingUid));
  const keyImages = document.keyImages.filter(
    ({ lesion }) => lesion === null || listed.has(lesion)
  );
  return keyImages.length === document.keyImages.length
    ? document
    : {
        ...document,
        keyImages,
      };
}
/** Whether two key images stand in the same place of the document. */ function replaces(
  image,
  other
) {
  return image.lesion === null
    ? other.lesion === null &&
        other.sopInstanceUid === image.sopInstanceUid &&
        other.frameNumber === image.frameNumber
    : other.lesion === image.lesion;
}

// ./platform/reads/src/parseReadDocument.ts
/* unused harmony import specifier */ var Value;
/* unused harmony import specifier */ var parseReadDocument_replaces;
/* unused harmony import specifier */ var parseReadDocument_ReadDocumentSchema;

/** Enough to find the defect; a document with more is not a document at all. */ const maxErrors = 50;
/**
 * Checks an unknown value in two passes: shape, then meaning (unique lesion ids and tracking UIDs,
 * links that lead somewhere, points that fit the tool). A draft with open work is valid:
 * `openItems` says what blocks signing.
 */ function parseReadDocument(input) {
  if (!Value.Check(parseReadDocument_ReadDocumentSchema, input)) {
    const errors = [];
    for (const error of Value.Errors(parseReadDocument_ReadDocumentSchema, input)) {
      if (errors.length === maxErrors) break;
      errors.push({
        path: error.path,
        message: error.message,
      });
    }
    return {
      ok: false,
      errors,
    };
  }
  const errors = meaningErrors(input);
  return errors.length === 0
    ? {
        ok: true,
        value: input,
      }
    : {
        ok: false,
        errors,
      };
}
function meaningErrors(document) {
  const errors = [];
  const ids = new Set(document.lesions.map(lesion => lesion.id));
  const seenIds = new Set();
  const seenUids = new Set();
  const seenRegions = new Set();
  document.imageQuality.forEach(({ region }, index) => {
    if (seenRegions.has(region)) {
      errors.push({
        path: `/imageQuality/${index}/region`,
        message: `the image quality of ${region} occurs twice`,
      });
    }
    seenRegions.add(region);
  });
  const uids = new Set(document.lesions.map(({ trackingUid }) => trackingUid));
  document.keyImages.forEach((image, index) => {
    const path = `/keyImages/${index}`;
    if (image.lesion !== null && !uids.has(image.lesion)) {
      errors.push({
        path: `${path}/lesion`,
        message: 'names no lesion of this document',
      });
    }
    if (
      document.keyImages.slice(0, index).some(other => parseReadDocument_replaces(image, other))
    ) {
      errors.push({
        path,
        message: 'is the second key image of the same lesion or image',
      });
    }
  });
  document.lesions.forEach((lesion, index) => {
    const at = `/lesions/${index}`;
    if (seenIds.has(lesion.id)) {
      errors.push({
        path: `${at}/id`,
        message: `lesion ${lesion.id} occurs twice`,
      });
    }
    seenIds.add(lesion.id);
    if (seenUids.has(lesion.trackingUid)) {
      errors.push({
        path: `${at}/trackingUid`,
        message: `tracking UID of ${lesion.id} belongs to another lesion too`,
      });
    }
    seenUids.add(lesion.trackingUid);
    for (const link of ['mergedInto', 'splitFrom']) {
      const other = lesion[link];
      if (other !== null && (other === lesion.id || !ids.has(other))) {
        errors.push({
          path: `${at}/${link}`,
          message: `${lesion.id} names ${other}, expected another lesion of this document`,
        });
      }
    }
    if (lesion.mark !== null) {
      const expected = lesion.mark.tool === 'Length' ? 2 : 4;
      if (lesion.mark.pointsLps.length !== expected) {
        errors.push({
          path: `${at}/mark/pointsLps`,
          message: `a ${lesion.mark.tool} mark has ${expected} points, found ${lesion.mark.pointsLps.length}`,
        });
      }
    }
  });
  return errors;
}

// ./platform/reads/src/imageProblem.ts

const count = Type.Integer({
  minimum: 0,
});
const slice = Type.Integer({
  minimum: 1,
  description: 'Place along the stack, counted from 1.',
});
const mm = Type.Number({
  minimum: 0,
  description: 'mm',
});
/**
 * What is wrong with the images of a series: a code with its numbers, in no language, so that every place words it in
 * its own. Places count along the stack from 1 in the order of the instance numbers, missing slices included. Nothing
 * here comes from free text of the images.
 */ const ImageProblemSchema = Type.Union([
  Type.Object({
    code: Type.Literal('missingSlices'),
    missing: Type.Array(slice, {
      minItems: 1,
    }),
    of: count,
  }),
  /** The first of `places` uneven gaps: `gapMm` between slices `after` and `after` + 1. */ Type.Object(
    {
      code: Type.Literal('unevenSpacing'),
      places: count,
      after: slice,
      gapMm: mm,
      usualMm: mm,
    }
  ),
  Type.Object({
    code: Type.Literal('sharedPosition'),
    images: count,
  }),
  Type.Object({
    code: Type.Literal('mixedOrientation'),
    orientations: count,
  }),
  Type.Object({
    code: Type.Literal('noGeometry'),
    images: count,
    of: count,
  }),
  Type.Object({
    code: Type.Literal('noPixelData'),
    images: count,
    of: count,
  }),
  Type.Object({
    code: Type.Literal('thickSlices'),
    thicknessMm: mm,
    allowedMm: mm,
  }),
  Type.Object({
    code: Type.Literal('unsupportedModality'),
    modality: Type.String(),
  }),
  /** Images of a supported modality that are none of its kinds, such as secondary captures. */ Type.Object(
    {
      code: Type.Literal('unsupportedKind'),
      images: count,
      of: count,
    }
  ),
  Type.Object({
    code: Type.Literal('noRole'),
  }),
]);

// ./node_modules/canonicalize/lib/canonicalize.js
canonicalize_namespaceFn();

// ./platform/reads/src/hashReadDocument.ts
/* unused harmony import specifier */ var sha256;
/* unused harmony import specifier */ var bytesToHex;
/* unused harmony import specifier */ var utf8ToBytes;
/* unused harmony import specifier */ var canonicalizeModule;

/** The package's typings describe an ES module; what it ships is one CommonJS function. */ const canonicalize =
  /* unused pure expression or super */ null && canonicalizeModule;
/** The document's RFC 8785 JSON: two documents that say the same have the same text. */ function canonicalText(
  document
) {
  const text = canonicalize(document);
  if (text === undefined) {
    throw new TypeError('canonicalText: the document has no JSON form');
  }
  return text;
}
/** SHA-256 (lower case hex) over the document's RFC 8785 JSON: what a signature binds. */ function hashReadDocument(
  document
) {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(document))));
}

// ./platform/reads/src/lesionStates.ts
/**
 * Which states a lesion of each role may take, in the order a panel offers them. `toDo` is where
 * every lesion starts and never one a reader may sign with.
 */ const lesionStates = /* unused pure expression or super */ null && {
  target: ['toDo', 'measured', 'absent', 'tooSmallToMeasure', 'notEvaluable', 'merged', 'split'],
  'non-target': ['toDo', 'present', 'absent', 'progressed', 'notEvaluable', 'merged', 'split'],
  // Progression of a new lesion that is not measured counts in iRECIST; in other criteria the lesion is there.
  new: ['toDo', 'equivocal', 'unequivocal', 'progressed', 'absent', 'notEvaluable'],
};
/** States a lesion may have at baseline, where there is nothing to compare with. */ const baselineStates =
  /* unused pure expression or super */ null && {
    target: ['toDo', 'measured'],
    'non-target': ['toDo', 'present'],
    new: [],
  };
/** States that leave nothing to measure: they drop the mark. */ const unmarkedStates = new Set([
  'absent',
  'tooSmallToMeasure',
  'notEvaluable',
]);

// ./platform/reads/src/carryForward.ts
/* unused harmony import specifier */ var carryForward_standardRegions;
/* unused harmony import specifier */ var carryForward_emptyReadDocument;

/**
 * The document a follow-up read starts from: every lesion of the earlier reads (in date order) with
 * its id, tracking UID, role, location and links, and nothing read yet. Rows are `toDo`, except that
 * a merge and a split stay as last read: a merged lesion has nothing of its own to measure, and a
 * split one is read through its parts. New lesions of earlier visits keep the role `new`. Order is the
 * last read's.
 */ function carryForward(previous, imaged = carryForward_standardRegions) {
  const document = carryForward_emptyReadDocument(imaged);
  document.noDisease = previous.at(-1)?.noDisease ?? false;
  const latest = new Map();
  for (const earlier of [...previous].reverse()) {
    for (const lesion of earlier.lesions) {
      if (!latest.has(lesion.trackingUid)) latest.set(lesion.trackingUid, lesion);
    }
  }
  document.lesions = [...latest.values()].map(carryLesion);
  return document;
}
function carryLesion(lesion) {
  const linked = lesion.state === 'merged' || lesion.state === 'split';
  return {
    trackingUid: lesion.trackingUid,
    id: lesion.id,
    role: lesion.role,
    location: lesion.location,
    laterality: lesion.laterality,
    state: linked ? lesion.state : 'toDo',
    reason: null,
    mergedInto: lesion.state === 'merged' ? lesion.mergedInto : null,
    splitFrom: lesion.splitFrom,
    mark: null,
    comment: '',
    createdInThisRead: false,
  };
}

// ./platform/reads/src/setMark.ts
/* unused harmony import specifier */ var setMark_changeLesion;
/* unused harmony import specifier */ var setMark_unmarkedStates;
/* unused harmony import specifier */ var setMark_ReadError;

/**
 * Binds a measurement to a lesion, or takes it away (`null`). Diameters are recorded to a tenth of a
 * millimetre, the precision the criteria compare at. A marked target is `measured`, a marked
 * non-target `present` unless called `progressed`; a new lesion keeps the reader's call.
 */ function setMark(document, id, mark) {
  if (mark !== null) checkMark(id, mark);
  return setMark_changeLesion(document, id, lesion => {
    if (lesion.state === 'merged' || lesion.state === 'split') {
      throw new setMark_ReadError(
        'CL_LESION_LINKED',
        id,
        `${id} is ${lesion.state}: set another state before measuring it`
      );
    }
    if (mark === null) {
      return {
        ...lesion,
        mark: null,
        state: lesion.state === 'measured' ? 'toDo' : lesion.state,
      };
    }
    return {
      ...lesion,
      mark: roundedMark(mark),
      reason: null,
      state: markedState(lesion),
    };
  });
}
/** The state a mark gives a lesion. */ function markedState(lesion) {
  if (lesion.role === 'target') return 'measured';
  if (lesion.role === 'non-target') return lesion.state === 'progressed' ? 'progressed' : 'present';
  return setMark_unmarkedStates.has(lesion.state) ? 'toDo' : lesion.state;
}
function checkMark(id, mark) {
  const { longestDiameterMm, shortAxisMm } = mark;
  if (!(Number.isFinite(longestDiameterMm) && longestDiameterMm > 0)) {
    throw new setMark_ReadError(
      'CL_MARK_VALUE',
      id,
      `${id}: expected a longest diameter above 0 mm, got ${longestDiameterMm}`
    );
  }
  if (shortAxisMm !== null && !(shortAxisMm > 0 && shortAxisMm <= longestDiameterMm)) {
    throw new setMark_ReadError(
      'CL_MARK_VALUE',
      id,
      `${id}: expected a short axis above 0 and at most ${longestDiameterMm} mm, got ${shortAxisMm}`
    );
  }
}
function roundedMark(mark) {
  return {
    ...mark,
    longestDiameterMm: tenths(mark.longestDiameterMm),
    shortAxisMm: mark.shortAxisMm === null ? null : tenths(mark.shortAxisMm),
  };
}
function tenths(millimetres) {
  return Math.round(millimetres * 10) / 10;
}

// ./platform/reads/src/followEarlier.ts
/* unused harmony import specifier */ var followEarlier_carryForward;
/* unused harmony import specifier */ var followEarlier_withoutStrayKeyImages;
/* unused harmony import specifier */ var followEarlier_lesionStates;
/* unused harmony import specifier */ var nextLesionId;
/* unused harmony import specifier */ var followEarlier_markedState;

/**
 * A document that was begun before the earlier reads (in date order) were as they are now, brought after them: where all
 * timepoints are read together, the earlier ones may change while a later one is a draft. Lesions that came there are
 * here, to do; those that were removed there are gone; the others have the id, role and location that they have there,
 * and the state and mark that they have here. A lesion first seen here keeps its tracking UID, and gets the next free id
 * where an earlier one now has its own. Without earlier reads, or when nothing has changed, the document is as it was.
 */ function followEarlier(document, previous) {
  if (previous.length === 0) return document;
  const carried = followEarlier_carryForward(previous);
  const followed = new Map(carried.lesions.map(lesion => [lesion.trackingUid, lesion]));
  const kept = document.lesions.filter(
    lesion => followed.has(lesion.trackingUid) || staysHere(document, lesion, followed)
  );
  const names = newNames(kept, followed, carried.lesions);
  const lesions = [
    ...kept.map(lesion => renamed(lesion, followed.get(lesion.trackingUid), names)),
    ...carried.lesions.filter(({ trackingUid }) =>
      kept.every(lesion => lesion.trackingUid !== trackingUid)
    ),
  ];
  const { selectedLesion } = document.view;
  return followEarlier_withoutStrayKeyImages({
    ...document,
    noDisease: carried.noDisease,
    lesions: withLinks(lesions),
    view: {
      ...document.view,
      selectedLesion: selectedLesion === null ? null : (names.get(selectedLesion) ?? null),
    },
  });
}
/** Made in this read: by itself, or as a part of a lesion that is still there. */ function staysHere(
  document,
  lesion,
  followed
) {
  if (!lesion.createdInThisRead) return false;
  if (lesion.splitFrom === null) return true;
  const parent = document.lesions.find(({ id }) => id === lesion.splitFrom);
  return (
    parent !== undefined &&
    (followed.has(parent.trackingUid) || staysHere(document, parent, followed))
  );
}
/** The names that lesions have, by those they had. */ function newNames(kept, followed, carried) {
  const names = new Map();
  const taken = [...carried];
  const take = (lesion, id) => {
    names.set(lesion.id, id);
    taken.push({
      ...lesion,
      id,
    });
  };
  const isFree = id => taken.every(other => other.id !== id);
  for (const lesion of kept) {
    const there = followed.get(lesion.trackingUid);
    if (there !== undefined) names.set(lesion.id, there.id);
  }
  const own = kept.filter(({ trackingUid }) => !followed.has(trackingUid));
  for (const lesion of own.filter(({ splitFrom }) => splitFrom === null)) {
    take(lesion, isFree(lesion.id) ? lesion.id : nextLesionId([...taken, ...own], lesion.role));
  }
  for (const lesion of own.filter(({ splitFrom }) => splitFrom !== null)) {
    const parent = names.get(lesion.splitFrom ?? '') ?? lesion.id;
    const letters = [lesion.id.slice(-1), ...'abcdefghijklmnopqrstuvwxyz'];
    const free = letters.map(letter => `${parent}${letter}`).find(isFree);
    if (free !== undefined) take(lesion, free);
  }
  return names;
}
/** One that is followed is what it is there, and was seen as it was seen here. */ function renamed(
  lesion,
  there,
  names
) {
  const nameOf = id => (id === null ? null : (names.get(id) ?? id));
  const here = {
    ...lesion,
    id: names.get(lesion.id) ?? lesion.id,
    mergedInto: nameOf(lesion.mergedInto),
    splitFrom: nameOf(lesion.splitFrom),
  };
  if (there === undefined) return here;
  const { id, role, location, laterality, splitFrom } = there;
  const followed = {
    ...here,
    id,
    role,
    location,
    laterality,
    splitFrom,
  };
  if (there.state === 'split')
    return {
      ...followed,
      state: 'split',
      reason: null,
      mark: null,
    };
  if (followEarlier_lesionStates[role].includes(here.state)) return followed;
  const open = {
    ...followed,
    state: 'toDo',
    reason: null,
  };
  return {
    ...open,
    state: open.mark === null ? 'toDo' : followEarlier_markedState(open),
  };
}
/** A link to a lesion that is gone, and a split without its parts, are to do again. */ function withLinks(
  lesions
) {
  const ids = new Set(lesions.map(({ id }) => id));
  const isSplit = ({ id }) => lesions.some(({ splitFrom }) => splitFrom === id);
  return lesions.map(lesion => {
    const lost = lesion.mergedInto !== null && !ids.has(lesion.mergedInto);
    if (!lost && (lesion.state !== 'split' || isSplit(lesion))) return lesion;
    return {
      ...lesion,
      state: 'toDo',
      mergedInto: null,
    };
  });
}

// ./platform/reads/src/editLesions.ts
/* unused harmony import specifier */ var editLesions_changeLesion;
/* unused harmony import specifier */ var editLesions_lesionById;
/* unused harmony import specifier */ var editLesions_lesionStates;
/* unused harmony import specifier */ var editLesions_unmarkedStates;
/* unused harmony import specifier */ var editLesions_withoutStrayKeyImages;
/* unused harmony import specifier */ var editLesions_setMark;
/* unused harmony import specifier */ var editLesions_markedState;
/* unused harmony import specifier */ var editLesions_nextLesionId;
/* unused harmony import specifier */ var editLesions_ReadError;

/** Adds a lesion under the next free id of its role; a mark makes a target `measured`. */ function addLesion(
  document,
  added
) {
  const { role, baseline, trackingUid } = added;
  if (baseline && document.noDisease) {
    throw new editLesions_ReadError(
      'CL_LESION_NO_DISEASE',
      null,
      'the read says there is no disease at baseline: take that back before adding a lesion'
    );
  }
  refuseRole(role, baseline, null);
  if (document.lesions.some(lesion => lesion.trackingUid === trackingUid)) {
    throw new editLesions_ReadError(
      'CL_LESION_DUPLICATE',
      null,
      `tracking UID ${trackingUid} is in use`
    );
  }
  const lesion = {
    trackingUid,
    id: editLesions_nextLesionId(document.lesions, role),
    role,
    location: added.location ?? null,
    laterality: added.laterality ?? null,
    state: 'toDo',
    reason: null,
    mergedInto: null,
    splitFrom: null,
    mark: null,
    comment: '',
    createdInThisRead: true,
  };
  const withLesion = {
    ...document,
    lesions: [...document.lesions, lesion],
  };
  return added.mark ? editLesions_setMark(withLesion, lesion.id, added.mark) : withLesion;
}
/**
 * Sets a lesion's state, with a reason where it is not evaluable. A state that says there is nothing
 * to measure drops the mark. Merging and splitting are edits of their own.
 */ function setState(document, id, state, reason = null) {
  return editLesions_changeLesion(document, id, lesion => {
    if (!editLesions_lesionStates[lesion.role].includes(state)) {
      throw new editLesions_ReadError(
        'CL_LESION_STATE',
        id,
        `${id} is a ${lesion.role} lesion: expected one of ${editLesions_lesionStates[lesion.role].join(', ')}, got ${state}`
      );
    }
    if (lesion.state === 'split') {
      throw new editLesions_ReadError(
        'CL_LESION_LINKED',
        id,
        `${id} is split: its parts have states, it has none of its own`
      );
    }
    if (state === 'merged' || state === 'split') {
      throw new editLesions_ReadError(
        'CL_LESION_STATE',
        id,
        `${id}: use merge or split to record ${state}`
      );
    }
    if (state === 'measured' && lesion.mark === null) {
      throw new editLesions_ReadError(
        'CL_MARK_MISSING',
        id,
        `${id} is measured by a mark: draw one first`
      );
    }
    const keepsMark = state !== 'toDo' && !editLesions_unmarkedStates.has(state);
    return {
      ...lesion,
      state,
      reason: state === 'notEvaluable' ? reason : null,
      mergedInto: null,
      mark: keepsMark ? lesion.mark : null,
    };
  });
}
/** Sets where the lesion is: a CDISC location code, and the side where the organ is paired. */ function setLocation(
  document,
  id,
  location,
  laterality = null
) {
  return editLesions_changeLesion(document, id, lesion => {
    if (!lesion.createdInThisRead) {
      throw new editLesions_ReadError(
        'CL_LESION_CARRIED',
        id,
        `${id} was located in an earlier read: its location can't change here`
      );
    }
    return {
      ...lesion,
      location,
      laterality,
    };
  });
}
/** Turns a lesion of this read into another role, under the next free id of that role. */ function setRole(
  document,
  id,
  role,
  baseline
) {
  const lesion = editLesions_lesionById(document, id);
  if (lesion.role === role) return document;
  if (!lesion.createdInThisRead) {
    throw new editLesions_ReadError(
      'CL_LESION_CARRIED',
      id,
      `${id} comes from an earlier read: it stays ${lesion.role}`
    );
  }
  refuseRole(role, baseline, id);
  refuseLinked(document, lesion, 'take another role');
  const renamed = {
    ...lesion,
    role,
    id: editLesions_nextLesionId(document.lesions, role),
    state: 'toDo',
    reason: null,
  };
  const state = lesion.mark === null ? 'toDo' : editLesions_markedState(renamed);
  return {
    ...editLesions_changeLesion(document, id, () => ({
      ...renamed,
      state,
    })),
    view: selectInstead(document, id, renamed.id),
  };
}
/**
 * Removes a lesion made in this read; one carried from an earlier read must be given a state. A part
 * of a split goes alone only while two others stay.
 */ function removeLesion(document, id) {
  const lesion = editLesions_lesionById(document, id);
  if (!lesion.createdInThisRead) {
    throw new editLesions_ReadError(
      'CL_LESION_CARRIED',
      id,
      `${id} comes from an earlier read: give it a state instead of removing it`
    );
  }
  const siblings = document.lesions.filter(other => other.splitFrom === lesion.splitFrom).length;
  const spare = lesion.splitFrom !== null && siblings > 2;
  if (!spare || document.lesions.some(other => other.mergedInto === id)) {
    refuseLinked(document, lesion, 'be removed');
  }
  return editLesions_withoutStrayKeyImages({
    ...document,
    lesions: document.lesions.filter(other => other.id !== id),
    view: selectInstead(document, id, null),
  });
}
function refuseRole(role, baseline, id) {
  if (baseline && role === 'new') {
    throw new editLesions_ReadError(
      'CL_LESION_ROLE',
      id,
      'a baseline read has no new lesions: expected target or non-target'
    );
  }
  if (!baseline && role !== 'new') {
    throw new editLesions_ReadError(
      'CL_LESION_ROLE',
      id,
      `${role} lesions are chosen at baseline: a lesion found later is new`
    );
  }
}
function refuseLinked(document, lesion, act) {
  const linked = document.lesions.some(
    other => other.splitFrom === lesion.id || other.mergedInto === lesion.id
  );
  if (linked || lesion.splitFrom !== null || lesion.state === 'split') {
    throw new editLesions_ReadError(
      'CL_LESION_LINKED',
      lesion.id,
      `${lesion.id} is part of a merge or split and can't ${act}: undo that first`
    );
  }
}
function selectInstead(document, from, to) {
  const { view } = document;
  return view.selectedLesion === from
    ? {
        ...view,
        selectedLesion: to,
      }
    : view;
}

// ./platform/reads/src/linkLesions.ts
/* unused harmony import specifier */ var linkLesions_lesionById;
/* unused harmony import specifier */ var linkLesions_changeLesion;
/* unused harmony import specifier */ var linkLesions_withoutStrayKeyImages;
/* unused harmony import specifier */ var linkLesions_ReadError;

/**
 * Records that a lesion came apart: it becomes `split` and one part per tracking UID is added
 * (`T01a`, `T01b` ...), `toDo`, with the parent's role and location. Parts are never new lesions.
 * The parent's burden is from then on the sum of its parts.
 */ function split(document, id, partTrackingUids) {
  const parent = linkLesions_lesionById(document, id);
  refuseBaselineOrNew(parent, 'split');
  if (parent.splitFrom !== null || parent.state === 'split') {
    throw new linkLesions_ReadError('CL_SPLIT_PARTS', id, `${id} is already part of a split`);
  }
  if (parent.state === 'merged') {
    throw new linkLesions_ReadError(
      'CL_LESION_LINKED',
      id,
      `${id} is merged into ${parent.mergedInto}: undo that before splitting it`
    );
  }
  if (partTrackingUids.length < 2 || partTrackingUids.length > maxParts) {
    throw new linkLesions_ReadError(
      'CL_SPLIT_PARTS',
      id,
      `${id}: expected 2 to ${maxParts} parts, got ${partTrackingUids.length}`
    );
  }
  const used = new Set(document.lesions.map(lesion => lesion.trackingUid));
  for (const uid of partTrackingUids) {
    if (used.has(uid)) {
      throw new linkLesions_ReadError('CL_LESION_DUPLICATE', id, `tracking UID ${uid} is in use`);
    }
    used.add(uid);
  }
  const parts = partTrackingUids.map((trackingUid, index) => part(parent, trackingUid, index));
  return {
    ...document,
    lesions: document.lesions.flatMap(lesion =>
      lesion.id === id
        ? [
            {
              ...lesion,
              state: 'split',
              reason: null,
              mark: null,
            },
            ...parts,
          ]
        : [lesion]
    ),
  };
}
/** Adds one more part to a lesion that is split, whenever it came apart, under its next letter. */ function addPart(
  document,
  id,
  trackingUid
) {
  const parent = linkLesions_lesionById(document, id);
  if (parent.state !== 'split') {
    throw new linkLesions_ReadError(
      'CL_SPLIT_PARTS',
      id,
      `${id} is not split: split it before adding a part`
    );
  }
  if (document.lesions.some(lesion => lesion.trackingUid === trackingUid)) {
    throw new linkLesions_ReadError(
      'CL_LESION_DUPLICATE',
      id,
      `tracking UID ${trackingUid} is in use`
    );
  }
  const parts = document.lesions.filter(lesion => lesion.splitFrom === id);
  const index = Math.max(-1, ...parts.map(other => other.id.charCodeAt(id.length) - firstLetter));
  if (index + 1 >= maxParts) {
    throw new linkLesions_ReadError(
      'CL_SPLIT_PARTS',
      id,
      `${id} has ${maxParts} parts: there is no letter left`
    );
  }
  const last = document.lesions.reduce(
    (found, lesion, at) => (lesion.id === id || lesion.splitFrom === id ? at : found),
    -1
  );
  return {
    ...document,
    lesions: [
      ...document.lesions.slice(0, last + 1),
      part(parent, trackingUid, index + 1),
      ...document.lesions.slice(last + 1),
    ],
  };
}
/** Takes back a split made in this read: its parts go, the parent is to do again. */ function unsplit(
  document,
  id
) {
  linkLesions_lesionById(document, id);
  const parts = document.lesions.filter(lesion => lesion.splitFrom === id);
  const kept = parts.find(part => !part.createdInThisRead);
  if (parts.length === 0 || kept) {
    throw new linkLesions_ReadError('CL_SPLIT_PARTS', id, `${id} was not split in this read`);
  }
  const target = document.lesions.find(lesion => parts.some(part => part.id === lesion.mergedInto));
  if (target) {
    throw new linkLesions_ReadError(
      'CL_LESION_LINKED',
      id,
      `${target.id} is merged into a part of ${id}: undo that first`
    );
  }
  const remaining = linkLesions_withoutStrayKeyImages({
    ...document,
    lesions: document.lesions.filter(lesion => lesion.splitFrom !== id),
  });
  return linkLesions_changeLesion(remaining, id, lesion => ({
    ...lesion,
    state: 'toDo',
  }));
}
/**
 * Records that two lesions grew together: the first becomes `merged` and counts 0, the second
 * carries the diameter of the joint mass. Both have the same role.
 */ function merge(document, id, into) {
  const lesion = linkLesions_lesionById(document, id);
  const partner = linkLesions_lesionById(document, into);
  refuseBaselineOrNew(lesion, 'merged');
  if (id === into || partner.role !== lesion.role) {
    throw new linkLesions_ReadError(
      'CL_MERGE_PARTNER',
      id,
      `${id} merges with another ${lesion.role} lesion, got ${into}`
    );
  }
  if (partner.state === 'merged' || partner.state === 'split' || partner.state === 'absent') {
    throw new linkLesions_ReadError(
      'CL_MERGE_PARTNER',
      id,
      `${into} is ${partner.state}: it can't carry the joint mass`
    );
  }
  if (lesion.state === 'split' || document.lesions.some(other => other.mergedInto === id)) {
    throw new linkLesions_ReadError(
      'CL_LESION_LINKED',
      id,
      `${id} is split or carries another lesion: undo that first`
    );
  }
  return linkLesions_changeLesion(document, id, merged => ({
    ...merged,
    state: 'merged',
    mergedInto: into,
    reason: null,
    mark: null,
  }));
}
/** Takes a merge back, whenever it was recorded: the lesion is to do again and measured by itself. */ function unmerge(
  document,
  id
) {
  return linkLesions_changeLesion(document, id, lesion => {
    if (lesion.state !== 'merged') {
      throw new linkLesions_ReadError(
        'CL_LESION_LINKED',
        id,
        `${id} is not merged into another lesion`
      );
    }
    return {
      ...lesion,
      state: 'toDo',
      mergedInto: null,
    };
  });
}
const firstLetter = 'a'.charCodeAt(0);
const maxParts = 26;
function part(parent, trackingUid, index) {
  return {
    trackingUid,
    id: `${parent.id}${String.fromCharCode(firstLetter + index)}`,
    role: parent.role,
    location: parent.location,
    laterality: parent.laterality,
    state: 'toDo',
    reason: null,
    mergedInto: null,
    splitFrom: parent.id,
    mark: null,
    comment: '',
    createdInThisRead: true,
  };
}
function refuseBaselineOrNew(lesion, act) {
  if (lesion.role === 'new') {
    throw new linkLesions_ReadError(
      'CL_LESION_ROLE',
      lesion.id,
      `new lesions are not ${act}: expected target or non-target`
    );
  }
  if (lesion.createdInThisRead && lesion.splitFrom === null) {
    throw new linkLesions_ReadError(
      'CL_LESION_ROLE',
      lesion.id,
      `${lesion.id} was first read in this read: only a lesion followed from an earlier read is ${act}`
    );
  }
}

// ./platform/reads/src/editDocument.ts
/* unused harmony import specifier */ var editDocument_changeLesion;
/* unused harmony import specifier */ var editDocument_ReadError;

/** Sets a lesion's comment, or the document's when the lesion is `null`. */ function setComment(
  document,
  id,
  comment
) {
  if (id === null)
    return {
      ...document,
      comment,
    };
  return editDocument_changeLesion(document, id, lesion => ({
    ...lesion,
    comment,
  }));
}
/** Records that the subject has no disease at baseline; refused while lesions are listed. */ function setNoDisease(
  document,
  noDisease
) {
  if (noDisease && document.lesions.length > 0) {
    throw new editDocument_ReadError(
      'CL_LESION_NO_DISEASE',
      null,
      'this read lists lesions: remove them before recording no disease'
    );
  }
  return {
    ...document,
    noDisease,
  };
}
/** The reader's overall judgement of the non-targets; it alone decides non-target progression. */ function setNonTargetJudgement(
  document,
  judgement
) {
  return {
    ...document,
    nonTargetJudgement: judgement,
  };
}
/** The response that the reader gives in place of the calculated one; null takes it back. */ function setReaderResponse(
  document,
  response
) {
  const { readerResponse: before, ...rest } = document;
  if (response !== null)
    return {
      ...rest,
      readerResponse: response,
    };
  return before === undefined ? document : rest;
}

// ./platform/reads/src/regionQuality.ts
/* unused harmony import specifier */ var regionQuality_findLocation;
/* unused harmony import specifier */ var regionQuality_ReadError;

/** Sets how well a region can be read; optimal has no reason. Lesions are not touched. */ function setRegionQuality(
  document,
  quality
) {
  qualityOf(document, quality.region);
  const entry =
    quality.value === 'optimal'
      ? {
          ...quality,
          reason: null,
        }
      : quality;
  return {
    ...document,
    imageQuality: document.imageQuality.map(other =>
      other.region === quality.region ? entry : other
    ),
  };
}
/**
 * Lesions of a region that `setRegionNotEvaluable` would mark: all that lie there and are not marked
 * so, but neither what is merged or split nor a new lesion found in this very read.
 */ function lesionsToMark(document, region) {
  return document.lesions.filter(
    ({ location, state, role, createdInThisRead }) =>
      regionQuality_findLocation(location)?.region === region &&
      state !== 'notEvaluable' &&
      state !== 'merged' &&
      state !== 'split' &&
      !(role === 'new' && createdInThisRead)
  );
}
/** Makes every lesion of a region that is not readable not evaluable, for the region's reason. */ function setRegionNotEvaluable(
  document,
  region
) {
  const { value, reason } = qualityOf(document, region);
  if (value !== 'notReadable' || reason === null) {
    throw new regionQuality_ReadError(
      'CL_REGION_READABLE',
      null,
      `${region} is ${value}: expected not readable with a reason before its lesions are marked`
    );
  }
  const marked = new Set(lesionsToMark(document, region).map(({ trackingUid }) => trackingUid));
  return {
    ...document,
    lesions: document.lesions.map(lesion =>
      marked.has(lesion.trackingUid)
        ? {
            ...lesion,
            state: 'notEvaluable',
            reason,
            mark: null,
          }
        : lesion
    ),
  };
}
/** Whether nothing of the timepoint can be read. */ function nothingReadable({ imageQuality }) {
  return imageQuality.length > 0 && imageQuality.every(({ value }) => value === 'notReadable');
}
function qualityOf(document, region) {
  const found = document.imageQuality.find(entry => entry.region === region);
  if (!found) {
    const known = document.imageQuality.map(entry => entry.region).join(', ');
    throw new regionQuality_ReadError(
      'CL_REGION_UNKNOWN',
      null,
      `${region} is not a region of this read: expected one of ${known}`
    );
  }
  return found;
}

// ./platform/reads/src/typedTexts.ts
/* unused harmony import specifier */ var typedTexts_criteria;
/* unused harmony import specifier */ var typedTexts_findLocation;

const commentOf = trackingUid => `lesion ${trackingUid} comment`;
const reasonOf = trackingUid => `lesion ${trackingUid} reason`;
const reasonOfRegion = region => `region ${region}`;
/** Codes of the reasons that a panel offers. */ const reasonCodes =
  /* unused pure expression or super */ null && [
    'NOT_IMAGED',
    'POOR_QUALITY',
    'METHOD_CHANGE',
    'OBSCURED',
    'OTHER',
  ];
/**
 * Every text of a document whose words are free: comments and reasons, and what stands where a panel writes terms of its own
 * and the schema closes nothing (locations, codes, calibrations, the view) if it is none of these terms: a foreign client
 * could write anything there. Empty ones are left out.
 */ function typedTexts(document) {
  const { lesions, imageQuality, comment, view, readerResponse } = document;
  const texts = [
    {
      place: 'comment',
      path: '/comment',
      text: comment,
    },
    {
      place: 'view',
      path: '/view/layout',
      text: /^\p{L}*$/u.test(view.layout) ? '' : view.layout,
    },
    {
      place: 'view',
      path: '/view/selectedLesion',
      text: lesions.some(({ id }) => id === view.selectedLesion) ? '' : (view.selectedLesion ?? ''),
    },
    ...imageQuality.flatMap(({ region, reason }, index) =>
      ofReason(reason, reasonOfRegion(region), `/imageQuality/${index}/reason`)
    ),
    ...(readerResponse === undefined ? [] : ofResponse(readerResponse)),
    ...lesions.flatMap((lesion, index) => ofLesion(lesion, `/lesions/${index}`)),
  ];
  return texts.filter(({ text }) => text !== '');
}
const ofReason = (reason, place, path) =>
  reason === null
    ? []
    : [
        {
          place,
          path: `${path}/text`,
          text: reason.text,
        },
        {
          place,
          path: `${path}/code`,
          text: reasonCodes.includes(reason.code) ? '' : reason.code,
        },
      ];
function ofResponse({ criterion, value, inPlaceOf, reason }) {
  const known = Object.hasOwn(typedTexts_criteria, criterion)
    ? typedTexts_criteria[criterion]
    : undefined;
  const foreign = code => (known?.readerResponses.includes(code) === true ? '' : code);
  const at = (key, text) => ({
    ...{
      place: 'response',
      path: `/readerResponse/${key}`,
      text,
    },
  });
  return [
    at('criterion', known === undefined ? criterion : ''),
    at('value', foreign(value)),
    at('inPlaceOf', foreign(inPlaceOf)),
    at('reason', reason),
  ];
}
function ofLesion(lesion, path) {
  const { trackingUid, location, mark, comment, reason } = lesion;
  const entry = `lesion ${trackingUid} entry`;
  return [
    {
      place: commentOf(trackingUid),
      path: `${path}/comment`,
      text: comment,
    },
    ...ofReason(reason, reasonOf(trackingUid), `${path}/reason`),
    {
      place: entry,
      path: `${path}/location`,
      text: typedTexts_findLocation(location) === null ? (location ?? '') : '',
    },
    {
      place: entry,
      path: `${path}/mark/calibration`,
      text: mark?.calibration ?? '',
    },
  ];
}
/**
 * The document without texts: at the place of each stands what `before` has there, or nothing. What a panel fills in
 * stays; a document with none of the texts is the same object.
 */ function withoutTexts(document, taken, before) {
  const isTaken = (place, text) => taken.some(one => one.place === place && one.text === text);
  const without = (one, place, earlier) =>
    one.reason !== null && isTaken(place, one.reason.text)
      ? {
          ...one,
          reason: earlier ?? null,
        }
      : one;
  const imageQuality = document.imageQuality.map(quality =>
    without(
      quality,
      reasonOfRegion(quality.region),
      before?.imageQuality.find(({ region }) => region === quality.region)?.reason
    )
  );
  const lesions = document.lesions.map(lesion => {
    const { trackingUid } = lesion;
    const earlier = before?.lesions.find(other => other.trackingUid === trackingUid);
    const reasoned = without(lesion, reasonOf(trackingUid), earlier?.reason);
    return isTaken(commentOf(trackingUid), lesion.comment)
      ? {
          ...reasoned,
          comment: earlier?.comment ?? '',
        }
      : reasoned;
  });
  const comment = isTaken('comment', document.comment) ? (before?.comment ?? '') : document.comment;
  const { readerResponse } = document;
  const response =
    readerResponse !== undefined && isTaken('response', readerResponse.reason)
      ? {
          ...readerResponse,
          reason: before?.readerResponse?.reason ?? '',
        }
      : readerResponse;
  const isSame =
    comment === document.comment &&
    response === readerResponse &&
    lesions.every((lesion, index) => lesion === document.lesions[index]) &&
    imageQuality.every((quality, index) => quality === document.imageQuality[index]);
  if (isSame) return document;
  return {
    ...{
      ...document,
      comment,
      lesions,
      imageQuality,
    },
    ...(response === undefined
      ? {}
      : {
          readerResponse: response,
        }),
  };
}

// ./platform/reads/src/editHistory.ts
/* unused harmony import specifier */ var editHistory_canonicalText;
/* unused harmony import specifier */ var editHistory_ReadError;
/* unused harmony import specifier */ var editHistory_parseReadDocument;
/* unused harmony import specifier */ var editHistory_withoutTexts;

/** Edits that can be undone; documents share what an edit did not touch, so this is small in memory. */ const maxEdits = 100;
/** JSON of the steps written before: a step never changes, and there are many of them at each write. */ const editHistory_written =
  new WeakMap();
function stepJson(step) {
  const known = editHistory_written.get(step);
  if (known !== undefined) return known;
  const json = JSON.stringify(step);
  editHistory_written.set(step, json);
  return json;
}
/** What was read, whatever the images looked like then. */ const contentOf = document =>
  editHistory_canonicalText({
    ...document,
    view: {
      layout: '',
      panes: [],
      selectedLesion: null,
    },
  });
/** Pure undo and redo over whole documents; each call returns a new history. */ const EditHistory =
  /* unused pure expression or super */ null && {
    start(document) {
      return {
        steps: [
          {
            label: '',
            document,
          },
        ],
        at: 0,
      };
    },
    /** Adds an edit after the one shown; what had been undone is dropped. */ push(
      history,
      label,
      document
    ) {
      const steps = [
        ...history.steps.slice(0, history.at + 1),
        {
          label,
          document,
        },
      ].slice(-(maxEdits + 1));
      return {
        steps,
        at: steps.length - 1,
      };
    },
    /** One step back; the same history when there is nothing to undo. */ undo(history) {
      return history.at > 0
        ? {
            ...history,
            at: history.at - 1,
          }
        : history;
    },
    /** One step forward; the same history when there is nothing to redo. */ redo(history) {
      return history.at < history.steps.length - 1
        ? {
            ...history,
            at: history.at + 1,
          }
        : history;
    },
    current(history) {
      return stepAt(history, history.at).document;
    },
    /** Name of the edit that `undo` takes back; `null` when there is none. */ undoLabel(history) {
      return history.at > 0 ? stepAt(history, history.at).label : null;
    },
    redoLabel(history) {
      return history.at < history.steps.length - 1 ? stepAt(history, history.at + 1).label : null;
    },
    /**
     * The history as if texts had never been in it: nothing that is undone or redone brings them back, and each place has what
     * it had before.
     */ without(history, taken) {
      let before = null;
      const steps = history.steps.map(step => {
        const document = editHistory_withoutTexts(step.document, taken, before);
        before = document;
        return document === step.document
          ? step
          : {
              ...step,
              document,
            };
      });
      return {
        steps,
        at: history.at,
      };
    },
    serialise(history) {
      return `{"steps":[${history.steps.map(stepJson).join(',')}],"at":${history.at}}`;
    },
    /**
     * A history kept from an earlier page, going on from the document as it stands now. `null` when the
     * history ends in other content: its steps would then take back what was not done here. How the
     * images were shown does not count.
     */ resume(history, document) {
      const shown = stepAt(history, history.at);
      if (contentOf(shown.document) !== contentOf(document)) return null;
      return {
        steps: history.steps.map(step =>
          step === shown
            ? {
                ...step,
                document,
              }
            : step
        ),
        at: history.at,
      };
    },
    /** Reads what `serialise` wrote; throws `ReadError` `CL_HISTORY_FORM` on anything else. */ parse(
      text
    ) {
      const refuse = why =>
        new editHistory_ReadError('CL_HISTORY_FORM', null, `edit history: ${why}`);
      let value;
      try {
        value = JSON.parse(text);
      } catch (cause) {
        throw refuse(`not JSON (${cause instanceof Error ? cause.message : String(cause)})`);
      }
      if (
        !editHistory_isRecord(value) ||
        !Array.isArray(value['steps']) ||
        typeof value['at'] !== 'number'
      ) {
        throw refuse('expected { steps, at }');
      }
      const steps = value['steps'].map((step, index) => {
        if (!editHistory_isRecord(step) || typeof step['label'] !== 'string') {
          throw refuse(`step ${index} is not { label, document }`);
        }
        const parsed = editHistory_parseReadDocument(step['document']);
        if (!parsed.ok) {
          const [first] = parsed.errors;
          throw refuse(
            `step ${index}, document${first?.path ?? ''}: ${first?.message ?? 'invalid'}`
          );
        }
        return {
          label: step['label'],
          document: parsed.value,
        };
      });
      const at = value['at'];
      if (!Number.isInteger(at) || at < 0 || at >= steps.length) throw refuse(`no step ${at}`);
      return {
        steps,
        at,
      };
    },
  };
function stepAt(history, index) {
  const step = history.steps[index];
  if (!step)
    throw new editHistory_ReadError('CL_HISTORY_FORM', null, `edit history: no step ${index}`);
  return step;
}
function editHistory_isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// ./platform/reads/src/locationNode.ts

const nodeByCode = new Map(locations.map(location => [location.code, location.node]));
/** Is this location a lymph node? `null` for no location and for one outside the closed list. */ function locationNode_isNode(
  location
) {
  return location === null ? null : (nodeByCode.get(location) ?? null);
}

// ./platform/reads/src/openItems.ts
/* unused harmony import specifier */ var openItems_isNode;
/* unused harmony import specifier */ var openItems_lesionStates;
/* unused harmony import specifier */ var openItems_baselineStates;
/* unused harmony import specifier */ var openItems_nothingReadable;

/**
 * What blocks signing, document first, then lesion by lesion in the document's order; empty when the
 * read can be signed. Only completeness: the criterion's own rules are findings of its assessment.
 */ function openItems(document, { baseline }) {
  return [
    ...documentItems(document, baseline),
    ...document.lesions.flatMap(lesion => lesionItems(document, lesion, baseline)),
  ];
}
function documentItems(document, baseline) {
  const items = [];
  const add = (code, message) =>
    items.push({
      lesion: null,
      code,
      message,
    });
  const { imageQuality, lesions, noDisease, nonTargetJudgement, readerResponse } = document;
  for (const { region, value, reason } of imageQuality) {
    if (value !== 'optimal' && !hasReason(reason)) {
      add('CL_NO_QUALITY_REASON', `image quality of the ${region}: a reason is needed`);
    }
  }
  if (readerResponse?.reason.trim() === '') {
    add('CL_NO_RESPONSE_REASON', 'another response than the calculated one needs its reason');
  }
  if (baseline) {
    if (lesions.length === 0 && !noDisease && !openItems_nothingReadable(document)) {
      add('CL_NO_BASELINE_LESIONS', 'no lesion is recorded and no disease is not stated');
    }
    if (lesions.length > 0 && noDisease) {
      add('CL_NO_DISEASE_LESIONS', 'no disease is stated, but lesions are recorded');
    }
  } else if (nonTargetJudgement === null && lesions.some(lesion => lesion.role === 'non-target')) {
    add('CL_NON_TARGET_JUDGEMENT', 'the overall judgement of the non-target lesions is missing');
  }
  return items;
}
function lesionItems(document, lesion, baseline) {
  const items = [];
  const { id, role, state } = lesion;
  const add = (code, what) =>
    items.push({
      lesion: id,
      code,
      message: `${id}: ${what}`,
    });
  if (lesion.location === null) add('CL_NO_LOCATION', 'no location');
  if (state === 'toDo') {
    add('CL_LESION_OPEN', role === 'target' ? 'not measured and no state' : 'no state');
  } else if (!openItems_lesionStates[role].includes(state)) {
    add('CL_STATE_FOR_ROLE', `a ${role} lesion can't be ${state}`);
  } else if (baseline && !openItems_baselineStates[role].includes(state)) {
    add('CL_BASELINE_STATE', `a ${role} lesion can't be ${state} at baseline`);
  }
  if (state === 'measured' && lesion.mark === null) add('CL_NO_MARK', 'measured without a mark');
  if (
    state === 'measured' &&
    openItems_isNode(lesion.location) === true &&
    lesion.mark?.shortAxisMm === null
  ) {
    add('CL_NO_SHORT_AXIS', 'a lymph node is measured by its short axis');
  }
  if (state === 'notEvaluable' && !hasReason(lesion.reason)) {
    add('CL_NO_REASON', 'not evaluable without a reason');
  }
  if (state === 'merged') {
    const partner = document.lesions.find(other => other.id === lesion.mergedInto);
    const carries = partner && partner.state !== 'merged' && partner.state !== 'split';
    if (!carries || partner.id === id || partner.role !== role) {
      add('CL_MERGE_PARTNER', 'merged without another lesion of its role that carries the mass');
    }
  }
  if (state === 'split' && !document.lesions.some(other => other.splitFrom === id)) {
    add('CL_SPLIT_PARTS', 'split without parts');
  }
  return items;
}
/** The code `OTHER` says nothing by itself and needs words. */ function hasReason(reason) {
  if (reason === null) return false;
  return reason.code !== 'OTHER' || reason.text.trim() !== '';
}

// ./platform/reads/src/timepointFacts.ts

/** Yes/no facts of a timepoint that not every criterion takes, under the names that the criteria have for them. */ const timepointFacts =
  ['ntFurther', 'nlntFurther', 'newSymptom'];
/** Those that any of some criteria takes: what a reader is asked is what all of them together need. */ function factsTakenBy(
  ids
) {
  const taken = ids.flatMap(id =>
    Object.hasOwn(criteria, id) ? Object.keys(criteria[id]?.inputs.timepoint?.properties ?? {}) : []
  );
  return timepointFacts.filter(fact => taken.includes(fact));
}
/** Answers a fact, or takes the answer back: then the document is as if it had never been asked. */ function setTimepointFact(
  document,
  fact,
  answer
) {
  if (answer !== null)
    return {
      ...document,
      [fact]: answer,
    };
  const { [fact]: before, ...rest } = document;
  return before === undefined ? document : rest;
}

// ./platform/reads/src/toAssessmentInput.ts

/** The reason given to the engine for a lesion the reader has not come to yet. */ const notRead =
  'NOT_READ';
/**
 * The reads of one course as the engine's input, timepoints in the order given. A lesion still to do
 * is not evaluable, never 0, so a draft can be previewed. A split lesion is left out: its parts are
 * in the input and name it. Marks of lesions called absent or not evaluable are not passed on, nor is a fact that the
 * criterion does not take, nor a response that the reader gave by another criterion.
 */ function toAssessmentInput({ criterion, parameters, timepoints }) {
  const marked = timepoints.findIndex(timepoint => timepoint.kind === 'baseline');
  const baseline = marked < 0 ? 0 : marked;
  const facts = factsTakenBy([criterion]);
  return {
    criterion,
    parameters,
    timepoints: timepoints.map((timepoint, index) =>
      timepointInput(timepoint, {
        criterion,
        facts,
        baseline: index === baseline,
      })
    ),
  };
}
function timepointInput({ id, date, kind, document }, { criterion, baseline, facts }) {
  const { nonTargetJudgement, readerResponse } = document;
  const timepoint = {
    id,
    date,
    lesions: document.lesions.filter(lesion => lesion.state !== 'split').map(lesionInput),
  };
  if (kind !== undefined) timepoint.kind = kind;
  if (nothingReadable(document)) {
    const reasons = document.imageQuality.flatMap(({ reason }) => (reason ? [reason.text] : []));
    timepoint.evaluable = false;
    timepoint.reason = [...new Set(reasons)].join('; ');
  }
  if (baseline && document.noDisease) timepoint.noDisease = true;
  if (nonTargetJudgement !== null) timepoint.nonTargetJudgement = nonTargetJudgement;
  for (const fact of facts) {
    const answer = document[fact];
    if (answer !== undefined) timepoint[fact] = answer;
  }
  if (readerResponse?.criterion === criterion) {
    const { value, inPlaceOf } = readerResponse;
    timepoint.readerResponse = {
      value,
      inPlaceOf,
    };
  }
  return timepoint;
}
function lesionInput(lesion) {
  const input = {
    id: lesion.id,
    role: lesion.role,
  };
  if (lesion.location !== null) input.location = lesion.location;
  if (lesion.laterality !== null) input.laterality = lesion.laterality;
  const node = locationNode_isNode(lesion.location);
  if (node !== null) input.node = node;
  if (lesion.splitFrom !== null) input.splitFrom = lesion.splitFrom;
  return {
    ...input,
    ...stateInput(lesion),
  };
}
function stateInput(lesion) {
  switch (lesion.state) {
    case 'toDo':
      return {
        evaluable: false,
        reason: notRead,
      };
    case 'measured':
      return lesion.mark === null
        ? {
            evaluable: false,
            reason: notRead,
          }
        : markInput(lesion);
    case 'present':
    case 'progressed':
    case 'equivocal':
    case 'unequivocal':
      return {
        status: lesion.state,
        ...markInput(lesion),
      };
    case 'absent':
      return {
        status: 'absent',
      };
    case 'tooSmallToMeasure':
      return {
        tooSmallToMeasure: true,
      };
    case 'notEvaluable':
      return {
        evaluable: false,
        reason: lesion.reason?.code ?? null,
      };
    case 'merged':
      return {
        mergedInto: lesion.mergedInto,
      };
    case 'split':
      return {};
  }
}
function markInput({ mark }) {
  if (mark === null) return {};
  const input = {
    longestDiameterMm: mark.longestDiameterMm,
  };
  if (mark.shortAxisMm !== null) {
    input.shortAxisMm = mark.shortAxisMm;
    input.perpendicularDiameterMm = mark.shortAxisMm;
  }
  if (mark.sliceThicknessMm !== null) input.sliceThicknessMm = mark.sliceThicknessMm;
  return input;
}

// ./platform/reads/src/index.ts

// ./platform/engine/src/evaluate.ts

/** How the file of an engine is called: what loads one of another release looks at this first. */ const contract = 1;
/** Goes into every signature, with the hash of the file. */ const evaluate_name =
  'corelab-criteria 0.1.0';
/** What a criterion makes of signed documents: JSON in, JSON out, the same for the same. */ const evaluate_evaluate =
  ({ criterion, parameters, timepoints }) => {
    try {
      return {
        result: assess(
          toAssessmentInput({
            ...{
              criterion,
              parameters: {
                ...parameters,
              },
            },
            timepoints: [...timepoints],
          })
        ),
      };
    } catch (reason) {
      if (!(reason instanceof CriterionError)) throw reason;
      return {
        refused: {
          code: reason.code,
          message: reason.message,
        },
      };
    }
  };

// ./platform/engine/src/index.ts

const __webpack_exports__contract = /* inlined export .contract */ 1;
export {
  __webpack_exports__contract as contract,
  evaluate_evaluate as evaluate,
  evaluate_name as name,
};
