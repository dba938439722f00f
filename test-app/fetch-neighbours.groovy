// Brings what neighbours.txt names, through Maven's own settings, mirrors and local repository.
import java.nio.file.Files
import java.nio.file.StandardCopyOption
import org.eclipse.aether.RepositorySystem
import org.eclipse.aether.artifact.DefaultArtifact
import org.eclipse.aether.collection.CollectRequest
import org.eclipse.aether.graph.Dependency
import org.eclipse.aether.resolution.DependencyRequest

def system = session.container.lookup(RepositorySystem)
new File(project.basedir, 'neighbours.txt').eachLine { line ->
    if (line.isBlank() || line.startsWith('#')) return
    def (folder, wanted) = line.split(/\s+/, 2)
    def request = new CollectRequest(
        wanted.split(/\s+/).collect { new Dependency(new DefaultArtifact(it), 'runtime') }, [], project.remoteProjectRepositories)
    def jars = system.resolveDependencies(session.repositorySession, new DependencyRequest(request, null))
        .artifactResults.collect { it.artifact.file }.findAll { it.name.endsWith('.jar') }
    def target = new File(project.build.directory, "libs/$folder")
    target.mkdirs()
    target.listFiles().findAll { old -> !jars.any { it.name == old.name } }*.delete()
    jars.findAll { !new File(target, it.name).exists() }.each {
        Files.copy(it.toPath(), new File(target, it.name).toPath(), StandardCopyOption.REPLACE_EXISTING)
    }
}
