import {
  type Disposable,
  l10n,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  type Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

/** Offers the command line, which comes with the extension, as tasks; `runtime` is a program that runs Node's scripts. */
export function registerTasks(script: Uri, runtime: string): Disposable {
  return tasks.registerTaskProvider('planlint', {
    provideTasks: () =>
      (workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .flatMap((folder) => [
          taskOf({ type: 'planlint', command: 'check' }, folder, l10n.t('Check all plans'), script, runtime),
          taskOf({ type: 'planlint', command: 'fix' }, folder, l10n.t('Fix what is safe'), script, runtime),
        ]),
    resolveTask(task) {
      const { definition, scope, name } = task;
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return folder?.uri.scheme === 'file' ? taskOf(definition, folder, name, script, runtime) : undefined;
    },
  });
}

/** As package.json declares it. */
interface PlanlintTask extends TaskDefinition {
  readonly command?: 'check' | 'fix' | 'export';
  readonly paths?: readonly string[];
  readonly arguments?: readonly string[];
}

function taskOf(
  definition: PlanlintTask,
  folder: WorkspaceFolder,
  name: string,
  script: Uri,
  runtime: string,
): Task {
  const { command = 'check', paths = [], arguments: more = [] } = definition;
  // What the problem matcher reads; a person's own choice comes after it and wins.
  const format = command === 'check' && !more.some((one) => /^(?:-f|--format)/u.test(one));
  const execution = new ProcessExecution(
    runtime,
    [script.fsPath, command, ...(format ? ['--format', 'compact'] : []), ...more, '--', ...paths],
    // The editor's own program runs scripts as Node does when told so.
    { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } },
  );
  const task = new Task(definition, folder, name, 'planlint', execution, listsClosed() ? [] : '$planlint');
  if (command === 'check') task.group = TaskGroup.Test;
  return task;
}

/** Whether the language server lists what is wrong with plans that are not open, so that a task would list it twice. */
function listsClosed(): boolean {
  return workspace.getConfiguration('planlint').get('diagnosticScope') === 'workspace';
}
