import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const source = name => join(root, 'platform', name, 'src/index.ts');

/** The rule engine as one file that needs nothing else. Not minified: who audits a result may read what made it. */
export default {
  mode: 'production',
  target: 'es2022',
  context: root,
  entry: { engine: source('engine') },
  output: {
    path: join(root, 'platform/engine/dist-engine'),
    filename: '[name].mjs',
    module: true,
    library: { type: 'module' },
    clean: true,
  },
  experiments: { outputModule: true },
  devtool: false,
  performance: { hints: false },
  optimization: { minimize: false, moduleIds: 'named', splitChunks: false, runtimeChunk: false },
  resolve: {
    alias: { '@corelab/criteria$': source('criteria'), '@corelab/reads$': source('reads') },
    extensions: ['.ts', '.mjs', '.js', '.json'],
    extensionAlias: { '.js': ['.ts', '.js'] },
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
      },
    ],
  },
};
