import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import tailwindcss from 'tailwindcss';

const root = fileURLToPath(new URL('.', import.meta.url));
const output = join(root, 'platform/viewer/dist-plugins');

/** Our packages by name, at their sources: one build, one React, nothing stale. */
const packages = Object.fromEntries(
  ['platform', 'extensions', 'modes'].flatMap(group =>
    readdirSync(join(root, group))
      .filter(name => existsSync(join(root, group, name, 'package.json')))
      .map(name => {
        const folder = join(root, group, name);
        const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        return [`${described.name}$`, join(folder, 'src/index.ts')];
      })
  )
);

/** Classes carry the prefix `cl-`, and the reset stays out: the host's page keeps its own look. */
const tailwind = tailwindcss({
  prefix: 'cl-',
  corePlugins: { preflight: false },
  content: ['platform/ui/src/**/*.{ts,tsx}', 'extensions/*/src/**/*.{ts,tsx}'].map(glob =>
    join(root, glob)
  ),
  theme: { extend: {} },
});

/** Says which files a page loads; the names change with their content. */
class ManifestPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('ManifestPlugin', compilation => {
      const { Compilation, sources } = compiler.webpack;
      compilation.hooks.processAssets.tap(
        { name: 'ManifestPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          const files = [...compilation.entrypoints.get('suite').getFiles()];
          const address = name => `/plugins/${name}`;
          const manifest = {
            entry: address(files.find(name => name.endsWith('.mjs'))),
            css: files.filter(name => name.endsWith('.css')).map(address),
          };
          compilation.emitAsset('manifest.json', new sources.RawSource(JSON.stringify(manifest)));
        }
      );
    });
  }
}

const packed = [
  {
    suffix: '.br',
    pack: content =>
      promisify(brotliCompress)(content, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
      }),
  },
  { suffix: '.gz', pack: content => promisify(gzip)(content, { level: 9 }) },
];

/** Puts a brotli and a gzip neighbour beside what a browser loads: the server sends them as they are. */
class PrecompressPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('PrecompressPlugin', compilation => {
      const { Compilation, sources } = compiler.webpack;
      compilation.hooks.processAssets.tapPromise(
        {
          name: 'PrecompressPlugin',
          stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER,
        },
        async assets => {
          const names = Object.keys(assets).filter(name => /\.(mjs|css|svg)$/.test(name));
          for (const name of names) {
            const content = Buffer.from(assets[name].buffer());
            for (const { suffix, pack } of packed) {
              compilation.emitAsset(name + suffix, new sources.RawSource(await pack(content)));
            }
          }
        }
      );
    });
  }
}

export default {
  mode: 'production',
  target: ['web', 'es2022'],
  context: root,
  entry: { suite: join(root, 'platform/viewer/suite/index.ts') },
  output: {
    path: output,
    publicPath: '/plugins/',
    filename: '[name].[contenthash:16].mjs',
    chunkFilename: '[name].[contenthash:16].mjs',
    module: true,
    chunkFormat: 'module',
    library: { type: 'module' },
    clean: true,
    hashFunction: 'sha256',
  },
  experiments: { outputModule: true },
  devtool: false,
  performance: { hints: false },
  optimization: {
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        minimizerOptions: { ecma: 2022, module: true, compress: { passes: 2 } },
      }),
    ],
  },
  resolve: {
    alias: {
      ...packages,
      react$: join(root, 'node_modules/react'),
      'react-dom$': join(root, 'node_modules/react-dom'),
    },
    extensions: ['.tsx', '.ts', '.mjs', '.js', '.json'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: {
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
      {
        test: /\.css$/,
        use: [
          MiniCssExtractPlugin.loader,
          // What a stylesheet imports passes through the loaders after this one, too.
          { loader: 'css-loader', options: { importLoaders: 1 } },
          {
            loader: 'postcss-loader',
            options: { postcssOptions: { plugins: [tailwind], config: false } },
          },
        ],
      },
    ],
  },
  plugins: [
    new MiniCssExtractPlugin({ filename: '[name].[contenthash:16].css' }),
    new PrecompressPlugin(),
    new ManifestPlugin(),
  ],
};
