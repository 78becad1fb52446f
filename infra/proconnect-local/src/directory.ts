import { findAgentByEmail, type LocalAgent, listedAgents } from './agents.ts'

/** The agents that one provider knows by subject: the listed ones, and the generated ones that somebody asked for. */
export function createDirectory() {
  const bySubject = new Map(listedAgents.map((agent) => [agent.sub, agent]))
  return {
    find: (sub: string): LocalAgent | undefined => bySubject.get(sub),
    findByEmail(email: string): LocalAgent | undefined {
      const agent = findAgentByEmail(email)
      if (agent) bySubject.set(agent.sub, agent)
      return agent
    },
  }
}

export type Directory = ReturnType<typeof createDirectory>
