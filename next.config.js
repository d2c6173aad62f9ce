/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['postgres', 'pino', 'better-auth', 'bullmq', 'redis', 'rss-parser'],
  typescript: { ignoreBuildErrors: true },
}

export default nextConfig
