//! A machine that runs a wasm module and counts what it executes: wasmi's fuel, one for an
//! instruction, more for copying much. Knows nothing of what is counted.

use anyhow::{Context as _, Result, anyhow, bail, ensure};
use wasmi::{
    CompilationMode, Config, Engine, Error, ExternType, FuncType, Instance, Linker, Module, Store,
    Val,
};

/// A module under way.
pub(super) struct Machine {
    store: Store<()>,
    instance: Instance,
}

impl Machine {
    /// Starts a module without its glue.
    ///
    /// # Errors
    /// When it is no module, or wants more of its host than functions.
    pub(super) fn start(wasm: &[u8]) -> Result<Self> {
        let mut config = Config::default();
        // At once, since translating a function at its first call would be counted with it.
        config.consume_fuel(true).compilation_mode(CompilationMode::Eager);
        let engine = Engine::new(&config);
        let module = Module::new(&engine, wasm)?;
        let mut linker = Linker::new(&engine);
        for import in module.imports() {
            let (from, name) = (import.module(), import.name());
            let ExternType::Func(kind) = import.ty() else { bail!("it imports {from} {name}") };
            refuse(&mut linker, from, name, kind)?;
        }
        let mut store = Store::new(&engine, ());
        store.set_fuel(u64::MAX)?;
        let instance = linker.instantiate_and_start(&mut store, &module)?;
        Ok(Self { store, instance })
    }

    /// Calls a function with bytes; the instructions for each of the things that it says it did.
    ///
    /// # Errors
    /// When it is missing, traps, or did nothing.
    pub(super) fn count(&mut self, function: &str, inputs: &[Vec<u8>]) -> Result<u64> {
        let mut args = Vec::new();
        for bytes in inputs {
            args.extend(self.give(bytes)?);
        }
        self.store.set_fuel(u64::MAX)?;
        let done = self.call(function, &args)?;
        let used = u64::MAX - self.store.get_fuel()?;
        ensure!(done > 0, "`{function}` did nothing");
        Ok(used / u64::from(done))
    }

    /// Lays bytes into the module's memory, which the function called takes over: where, how many.
    fn give(&mut self, bytes: &[u8]) -> Result<[Val; 2]> {
        let length = Val::I32(i32::try_from(bytes.len())?);
        let at = self.call("__wbindgen_malloc", &[length.clone(), Val::I32(1)])?;
        let memory = self.instance.get_memory(&self.store, "memory").context("it has no memory")?;
        memory.write(&mut self.store, at as usize, bytes)?;
        Ok([Val::I32(at.cast_signed()), length])
    }

    fn call(&mut self, function: &str, args: &[Val]) -> Result<u32> {
        let code = self.instance.get_func(&self.store, function);
        let code = code.with_context(|| format!("it has no `{function}`"))?;
        let mut answers = [Val::I32(0)];
        code.call(&mut self.store, args, &mut answers)
            .with_context(|| format!("`{function}` broke off"))?;
        let [Val::I32(answer)] = answers else {
            return Err(anyhow!("`{function}` answers with no number"));
        };
        Ok(answer.cast_unsigned())
    }
}

/// Whatever the module asks of a browser ends it.
fn refuse(linker: &mut Linker<()>, from: &str, name: &str, kind: &FuncType) -> Result<()> {
    let asked = name.to_owned();
    let end = move |_: wasmi::Caller<'_, ()>, _: &[Val], _: &mut [Val]| {
        Err(Error::new(format!("asks the browser for {asked}")))
    };
    linker.func_new(from, name, kind.clone(), end)?;
    Ok(())
}
